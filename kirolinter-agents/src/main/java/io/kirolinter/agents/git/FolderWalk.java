package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the files of a folder, without hidden ones and what builds leave behind. */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private static final Set<String> LEFT_BY_BUILDS =
      Set.of("target", "build", "out", "bin", "node_modules");

  private final Path root;
  private final List<SourcePath> found = new ArrayList<>();

  FolderWalk(Path root) {
    this.root = root;
  }

  static List<SourcePath> of(Path root) {
    FolderWalk walk = new FolderWalk(root);
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("list", "folder", root.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a folder that can be read")
              .remedy("Check its permissions."),
          e);
    }
    return walk.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.equals(root) || !isSkipped(folder)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      found.add(SourcePath.of(root.relativize(file).toString().replace('\\', '/')));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path place, IOException e) throws IOException {
    if (place.equals(root)) {
      throw e;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    return FileVisitResult.CONTINUE; // what could be listed is there
  }

  private boolean isSkipped(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".") || (LEFT_BY_BUILDS.contains(name) && !isInSources(folder));
  }

  /** A package may well be named {@code build}. */
  private boolean isInSources(Path folder) {
    for (Path part : root.relativize(folder)) {
      if (part.toString().equals("src")) {
        return true;
      }
    }
    return false;
  }
}
