package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files as they lay on disk when the snapshot was taken. As each is read once for its hash, only
 * those of interest are part of it: Java sources, the files that builds are described in, and the
 * settings.
 *
 * <p>Links are never followed, neither files nor folders, so nothing outside the folder is read. A
 * file that cannot be read, or is too large, is part of the snapshot all the same: reading it is
 * what fails, so that it does not look clean. A folder that cannot be listed is left out.
 */
final class FolderSnapshot implements Snapshot {

  private static final Set<String> BESIDE_SOURCES =
      Set.of(
          Settings.REPOSITORY_FILE.value(),
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "settings.gradle",
          "settings.gradle.kts",
          "gradle.properties",
          "lombok.config");

  private final Path root;
  private final List<SnapshotFile> files;
  private final Map<SourcePath, SnapshotFile> byPath = new HashMap<>();

  private FolderSnapshot(Path root, Stream<SourcePath> paths) {
    this.root = root;
    LinkFree links = new LinkFree(root);
    files =
        paths
            .filter(path -> isOfInterest(path.fileName()))
            .filter(links::isRegularFile)
            .sorted()
            .distinct()
            .map(this::listed)
            .toList();
    files.forEach(file -> byPath.put(file.path(), file));
  }

  /** {@return the files that git tracks or would track in the checkout at {@code root}} */
  static FolderSnapshot ofCheckout(Path root) {
    byte[] listing = Git.in(root).bytes("ls-files", "-z", "-co", "--exclude-standard");
    // A nested repository is listed as a folder, with a slash at its end.
    return new FolderSnapshot(
        root,
        NulSeparated.texts(listing).stream()
            .filter(path -> !path.endsWith("/"))
            .map(SourcePath::of));
  }

  /** {@return the files of a folder that git does not know} */
  static FolderSnapshot ofFolder(Path root) {
    return new FolderSnapshot(root, FolderWalk.of(root).stream());
  }

  @Override
  public Optional<CommitId> commit() {
    return Optional.empty();
  }

  @Override
  public List<SnapshotFile> files() {
    return files;
  }

  @Override
  public Optional<SnapshotFile> file(SourcePath path) {
    return Optional.ofNullable(byPath.get(path));
  }

  @Override
  public byte[] read(SnapshotFile file) {
    FileLimits.check(file.path(), file.size());
    byte[] content;
    try {
      content = content(file.path());
    } catch (IOException e) {
      throw unreadable(file, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    if (!ContentHash.of(content).equals(file.hash())) {
      throw unreadable(file, "it has changed since the snapshot was taken");
    }
    return content;
  }

  @Override
  public void close() {}

  private static boolean isOfInterest(String name) {
    return name.endsWith(".java") || BESIDE_SOURCES.contains(name);
  }

  private SnapshotFile listed(SourcePath path) {
    Path file = root.resolve(path.value());
    FileMode mode = Files.isExecutable(file) ? FileMode.EXECUTABLE : FileMode.REGULAR;
    try {
      long size = Files.size(file);
      ContentHash hash = size > FileLimits.LARGEST ? unknown(path) : ContentHash.of(content(path));
      return new SnapshotFile(path, hash, size, mode);
    } catch (IOException e) {
      return new SnapshotFile(path, unknown(path), 0, mode);
    }
  }

  /** A hash that no content has, so that no cached result is ever taken for this file. */
  private static ContentHash unknown(SourcePath path) {
    return ContentHash.of(("unread\0" + path).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] content(SourcePath path) throws IOException {
    Path file = root.resolve(path.value());
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes((int) FileLimits.LARGEST + 1);
    }
  }

  private static WorkFailedException unreadable(SnapshotFile file, String found) {
    return new WorkFailedException(
        ErrorMessage.cannot("read", "file", file.path().value())
            .found(found)
            .expected("the file as it was listed")
            .remedy("Check its permissions, or start again."));
  }
}
