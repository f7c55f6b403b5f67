package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.source.SourcePath;

/** How large a file may be to be read into memory. */
final class FileLimits {

  static final long LARGEST = 64L * 1024 * 1024;

  private FileLimits() {}

  static void check(SourcePath path, long size) {
    if (size > LARGEST) {
      throw new WorkFailedException(
          ErrorMessage.cannot("read", "file", path.value())
              .found("it has " + size + " bytes")
              .expected("at most " + LARGEST)
              .remedy("Leave it out, or split it."));
    }
  }
}
