package io.kirolinter.agents.fix.change;

/**
 * A part of a text.
 *
 * @param start offset of its first char
 * @param end offset behind its last char
 */
public record Stretch(int start, int end) {

  public Stretch {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("stretch must have 0 <= start <= end");
    }
  }
}
