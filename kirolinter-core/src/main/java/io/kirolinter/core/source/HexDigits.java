package io.kirolinter.core.source;

/** Checks names that git and we write in hexadecimal. A loop, as thousands are read at a start. */
public final class HexDigits {

  private HexDigits() {}

  /** {@return whether the text has one of the lengths and only the digits 0 to 9 and a to f} */
  public static boolean are(String text, int... lengths) {
    for (int length : lengths) {
      if (text.length() == length) {
        return hasOnlyDigits(text);
      }
    }
    return false;
  }

  private static boolean hasOnlyDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
