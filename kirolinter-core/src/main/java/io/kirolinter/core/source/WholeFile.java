package io.kirolinter.core.source;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file of a run that is there whole or not at all. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes the file in UTF-8, and the folder it lies in; what was there before is replaced.
   *
   * @throws WorkFailedException if it cannot be written; what was there before still is
   */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path half = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(half, text);
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("write", "file", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a folder that can be written to")
              .remedy("Make room or correct the permissions, then resume the run."),
          e);
    }
  }
}
