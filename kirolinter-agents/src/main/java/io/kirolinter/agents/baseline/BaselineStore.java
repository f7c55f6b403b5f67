package io.kirolinter.agents.baseline;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Baselines on disk. */
public final class BaselineStore {

  private BaselineStore() {}

  /**
   * {@return where a file that the repository itself names lies}
   *
   * @param root the top of the repository, real
   * @throws InvalidRequestException if a link leads to it, as that might lead anywhere
   */
  public static Path place(Path root, SourcePath named) {
    Path file = root.resolve(named.value());
    Path parent = requireNonNull(file.getParent());
    try {
      boolean moved = Files.exists(parent) && !parent.toRealPath().equals(parent);
      if (!moved && !Files.isSymbolicLink(file)) {
        return file;
      }
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
    throw new InvalidRequestException(
        ErrorMessage.cannot("use", "baseline", named.value())
            .found("a link leads to it")
            .expected("a file in the repository")
            .remedy("Name it on the command line, if it is meant to be elsewhere."));
  }

  /**
   * {@return the baseline in a file}
   *
   * @throws InvalidRequestException if there is no such file, or it is no baseline
   */
  public static Baseline read(Path file) {
    try {
      return Baseline.read(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw Baseline.missing(file.toString());
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** {@return the baseline in a file, or one that knows nothing if there is no such file} */
  public static Baseline readIfThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : Baseline.empty();
  }

  /**
   * Writes the file as a whole: whoever reads it meanwhile sees the old or the new one.
   *
   * @throws WorkFailedException if it cannot be written; then the old one is still there
   */
  public static void write(Path file, Baseline baseline) {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(half, baseline.written());
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("write", "baseline", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a folder that is there and can be written to")
              .remedy("Make the folder, or name another file."),
          e);
    }
  }

  private static InvalidRequestException unreadable(String file, IOException e) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "baseline", file)
            .found(e.getClass().getSimpleName() + ": " + e.getMessage())
            .expected("a file that can be read")
            .remedy("Check its permissions."),
        e);
  }
}
