package io.kirolinter.cli.output;

/** How wide text is on a terminal. */
final class Columns {

  private Columns() {}

  /** {@return how many columns the text takes; a tab counts as one} */
  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** {@return white space as wide as the text, with its tabs} */
  static String blank(String text) {
    StringBuilder blank = new StringBuilder();
    text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(of(c))));
    return blank.toString();
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** The blocks that terminals show in two columns: scripts of East Asia, and pictures. */
  private static boolean isWide(int c) {
    return between(c, 0x1100, 0x115F)
        || between(c, 0x2E80, 0x303E)
        || between(c, 0x3041, 0xA4CF)
        || between(c, 0xAC00, 0xD7A3)
        || between(c, 0xF900, 0xFAFF)
        || between(c, 0xFE30, 0xFE6F)
        || between(c, 0xFF00, 0xFF60)
        || between(c, 0xFFE0, 0xFFE6)
        || between(c, 0x1F300, 0x1F64F)
        || between(c, 0x1F680, 0x1F6FF)
        || between(c, 0x1F900, 0x1F9FF)
        || between(c, 0x20000, 0x3FFFD);
  }

  private static boolean between(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
