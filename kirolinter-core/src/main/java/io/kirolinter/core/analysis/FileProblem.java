package io.kirolinter.core.analysis;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.source.SourcePath;

/**
 * A file that could not be analysed, or not as a whole. It keeps such a file from looking clean.
 *
 * @param line where the trouble starts, from 1; 0 if it is about the whole file
 * @param reason for people, without a full stop
 */
public record FileProblem(SourcePath path, int line, String reason)
    implements Comparable<FileProblem> {

  public FileProblem {
    requireNonNull(path, "path");
    requireNonNull(reason, "reason");
    if (line < 0) {
      throw new IllegalArgumentException("line must be >= 0, was " + line);
    }
  }

  /** {@return a problem that belongs to no single file; its path is {@code .}} */
  public static FileProblem general(String reason) {
    return new FileProblem(SourcePath.of("."), 0, reason);
  }

  @Override
  public int compareTo(FileProblem other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : Integer.compare(line, other.line);
  }
}
