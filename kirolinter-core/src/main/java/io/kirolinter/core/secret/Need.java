package io.kirolinter.core.secret;

/** What a stretch must hold so that it is no word. */
enum Need {
  NOTHING,
  A_DIGIT;

  boolean isMetIn(String text, int start, int end) {
    return this == NOTHING
        || text.substring(start, end).chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
