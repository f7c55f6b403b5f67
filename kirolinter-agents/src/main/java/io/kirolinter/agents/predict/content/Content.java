package io.kirolinter.agents.predict.content;

/**
 * What was counted in one file.
 *
 * @param lines all of them; 1 or more
 */
public record Content(int lines) {

  /** Raised when anything is counted otherwise. */
  static final int VERSION = 1;

  /** {@return the counts in an order that stays the same within a version} */
  int[] figures() {
    return new int[] {lines};
  }

  static Content ofFigures(int[] figures) {
    return new Content(figures[0]);
  }
}
