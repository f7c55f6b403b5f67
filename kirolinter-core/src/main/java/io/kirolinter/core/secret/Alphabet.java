package io.kirolinter.core.secret;

/** The characters that a part of a secret is made of. */
enum Alphabet {
  DIGITS("0-9"),
  HEX("0-9a-f"),
  UPPER_AND_DIGITS("0-9A-Z"),
  LOWER_AND_DIGITS("0-9a-z"),
  ALPHANUMERIC("0-9A-Za-z"),
  /** Letters and digits, and what stands for the last two of 64 values in base 64. */
  BASE64("0-9A-Za-z+/_-"),
  BASE64_PADDED("0-9A-Za-z+/_=-"),
  URL_SAFE("0-9A-Za-z_-"),
  URL_ESCAPED("0-9A-Za-z_%+/=.~-"),
  WORD_AND_DOT("0-9A-Za-z_.~-"),
  PATH("0-9A-Za-z_/@.-");

  /** One bit for each of the characters 0 to 63, and for 64 to 127. */
  private final long low;

  private final long high;

  /** Takes ranges such as {@code a-z} and single characters; a hyphen by itself stands last. */
  Alphabet(String ranges) {
    long[] bits = new long[2];
    int i = 0;
    while (i < ranges.length()) {
      boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
      char last = range ? ranges.charAt(i + 2) : ranges.charAt(i);
      for (char c = ranges.charAt(i); c <= last; c++) {
        bits[c / Long.SIZE] |= 1L << c;
      }
      i += range ? 3 : 1;
    }
    low = bits[0];
    high = bits[1];
  }

  boolean has(char c) {
    return c < 128 && ((c < Long.SIZE ? low : high) >>> c & 1) == 1;
  }

  /**
   * {@return the first index from {@code start} on, at most {@code limit}, that is not of these}
   */
  int end(String text, int start, int limit) {
    int stop = Math.min(limit, text.length());
    int i = start;
    while (i < stop && has(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * {@return where the stretch of these that ends at {@code end} begins, at least {@code limit}}
   */
  int start(String text, int end, int limit) {
    int stop = Math.max(limit, 0);
    int i = end;
    while (i > stop && has(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }
}
