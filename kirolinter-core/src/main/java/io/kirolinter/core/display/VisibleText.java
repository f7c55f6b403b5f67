package io.kirolinter.core.display;

import java.util.Locale;

/**
 * Text of unknown origin made harmless to look at: characters that would act on a terminal, turn
 * the direction of the text, or hide, are shown as what they are.
 */
public final class VisibleText {

  /** Where the pictures of the control characters begin. */
  private static final char PICTURES = '\u2400';

  private static final char PICTURE_OF_DELETE = '\u2421';

  private VisibleText() {}

  /**
   * {@return the text with tabs and line breaks as they are, other control characters as their
   * pictures, invisible and direction marks as {@code <U+202E>}, and halves of characters as
   * U+FFFD}
   */
  public static String of(String text) {
    return isPlain(text) ? text : shown(text, "\t\n\r");
  }

  /** {@return the same in one line: tabs stay, line breaks are shown as pictures} */
  public static String inOneLine(String text) {
    return isPlain(text) ? text : shown(text, "\t");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String shown(String text, String kept) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(shown, c, kept));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c, String kept) {
    if (kept.indexOf(c) >= 0) {
      shown.appendCodePoint(c);
    } else if (c < ' ') {
      shown.append((char) (PICTURES + c));
    } else if (c == 0x7F) {
      shown.append(PICTURE_OF_DELETE);
    } else if (Character.getType(c) == Character.SURROGATE) {
      shown.append('\uFFFD');
    } else if (isHidden(c)) {
      shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
    } else {
      shown.appendCodePoint(c);
    }
  }

  /** The joiners stay: words of some scripts and many signs are written with them. */
  private static boolean isHidden(int c) {
    boolean joins = c == 0x200C || c == 0x200D;
    int type = Character.getType(c);
    return !joins
        && (type == Character.FORMAT
            || type == Character.CONTROL
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }
}
