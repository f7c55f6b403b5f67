package io.kirolinter.workflow.retention;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.run.RunId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folders of runs, one each, named by the id.
 *
 * @param top the folder that they are in
 */
record RunFolders(Path top) {

  /** Deletes as it walks. Another process may delete the same folder at the same time. */
  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      return gone(e);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        gone(e);
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }

    private static FileVisitResult gone(IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }

  Path of(RunId run) {
    return top.resolve(run.value());
  }

  /**
   * Deletes the folder of a run, if it is there.
   *
   * @throws WorkFailedException if that cannot be done
   */
  void delete(RunId run) {
    Path folder = of(run);
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("delete", "folder", folder.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .remedy("Make it deletable, or delete it by hand."),
          e);
    }
  }
}
