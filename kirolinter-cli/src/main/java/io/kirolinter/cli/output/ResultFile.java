package io.kirolinter.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a result to a file: all of it, or the file stays as it was. */
public final class ResultFile {

  private ResultFile() {}

  /**
   * Writes the text as UTF-8. A device or a pipe is written to as it is.
   *
   * @throws WorkFailedException if that cannot be done
   */
  public static void write(Path file, String text) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
        Files.writeString(file, text, UTF_8);
      } else {
        replace(file.toAbsolutePath(), text);
      }
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("write", "file", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a file in a folder that exists and can be written to")
              .remedy("Choose another place; what was there is as it was."),
          e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Files.writeString(unfinished, text, UTF_8);
      move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, REPLACE_EXISTING);
    }
  }
}
