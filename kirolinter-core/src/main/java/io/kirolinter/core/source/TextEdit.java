package io.kirolinter.core.source;

import static java.util.Objects.requireNonNull;

/**
 * Replaces one stretch of one version of a file.
 *
 * @param start offset of the first replaced char, in UTF-16 code units from 0
 * @param end offset after the last replaced char; equal to {@code start} for an insertion
 * @param replacement what stands there afterwards; empty for a deletion
 */
public record TextEdit(int start, int end, String replacement) implements Comparable<TextEdit> {

  public TextEdit {
    requireNonNull(replacement, "replacement");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "edit must have 0 <= start <= end, was " + start + " to " + end);
    }
  }

  public static TextEdit insertion(int at, String text) {
    return new TextEdit(at, at, text);
  }

  public static TextEdit deletion(int start, int end) {
    return new TextEdit(start, end, "");
  }

  /** {@return by how many chars the file grows; negative where it shrinks} */
  public int growth() {
    return replacement.length() - (end - start);
  }

  /** {@return whether both touch a common char, or insert at the same place} */
  public boolean overlaps(TextEdit other) {
    return start == other.start || (start < other.end && other.start < end);
  }

  @Override
  public int compareTo(TextEdit other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
