package io.kirolinter.agents.report;

/** Text that can be written in any Unicode encoding. */
final class WholeText {

  private WholeText() {}

  /** {@return the text with U+FFFD in place of each half of a character} */
  static String of(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
