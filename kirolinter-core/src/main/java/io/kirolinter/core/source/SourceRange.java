package io.kirolinter.core.source;

/**
 * A stretch of text. Lines and columns count from 1, columns in UTF-16 code units; the end is
 * exclusive.
 */
public record SourceRange(int startLine, int startColumn, int endLine, int endColumn) {

  public SourceRange {
    if (startLine < 1 || startColumn < 1) {
      throw new IllegalArgumentException(
          "lines and columns count from 1, was " + startLine + ":" + startColumn);
    }
    if (endLine < startLine || (endLine == startLine && endColumn < startColumn)) {
      throw new IllegalArgumentException(
          "range must not end before it starts, was %d:%d to %d:%d"
              .formatted(startLine, startColumn, endLine, endColumn));
    }
  }
}
