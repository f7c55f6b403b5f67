package io.kirolinter.agents.syntax;

/**
 * Shows documentation comments to the parser as ordinary ones. It would take each apart, to look
 * for {@code @deprecated}, and nobody here asks for that.
 */
final class PlainComments {

  private static final String START = "/**";

  private PlainComments() {}

  /**
   * {@return a text of the same length, in which every offset means the same}
   *
   * <p>Only a comment that starts its line is changed, as a string cannot: in a file with text
   * blocks it could, and there none is.
   */
  static CharSequence in(String text) {
    int at = text.indexOf(START);
    if (at < 0 || text.contains("\"\"\"")) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    for (; at >= 0; at = text.indexOf(START, at + START.length())) {
      if (startsItsLine(text, at) && !text.startsWith("/", at + START.length())) {
        plain.setCharAt(at + START.length() - 1, ' ');
      }
    }
    return plain;
  }

  private static boolean startsItsLine(String text, int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
  }
}
