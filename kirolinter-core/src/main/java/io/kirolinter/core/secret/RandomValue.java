package io.kirolinter.core.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A long value that is assigned to something and looks drawn by lot, as keys are: capitals, small
 * letters and digits that change all the time. Digests in hexadecimal, identifiers and paths do
 * not; digests in base 64 are known by their names, images and certificates by how they begin.
 */
final class RandomValue {

  static final int SHORTEST = 24;
  private static final int LONGEST = 512;

  /** Among 64 equally likely values two neighbours differ in kind two times out of three. */
  private static final double LEAST_CHANGES = 0.4;

  /** Nearly every capital of an identifier begins a word; drawn by lot, fewer than half seem to. */
  private static final double MOST_WORD_STARTS = 0.75;

  private static final double LEAST_BITS = 3.7;

  private static final int LONGEST_HEAD = 80;

  /** What stands in front of a value: a name, an operator, perhaps quotes. */
  private static final Pattern HEAD =
      Pattern.compile(
          "([A-Za-z0-9_.-]{1,64})\\\\?[\"']?\\s{0,3}(?:=>|:=|[=:])\\s{0,3}\\\\?[\"'`]?\\z");

  private static final Pattern DIGEST_NAME =
      Pattern.compile(
          ".*(?:sha|md5|hash|digest|checksum|integrity|etag|fingerprint|commit|revision|crc|oid|uuid"
              + "|guid|cert|public|image|icon|img|font|mappings|version).*|h1|zh|x5c|.*I[dD]|id",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern KNOWN_DATA =
      Pattern.compile(
          "sha\\d{1,3}-|iVBORw0KGgo|/9j/|R0lGOD|UklGR|PHN2Zy|PD94bWw|JVBERi0|d09G|AAEAAAA|MII[A-Z]|"
              + "AAAAB3Nza|AAAAC3Nza|AAAAE2Vj");

  private RandomValue() {}

  /** {@return whether the stretch of base 64 is such a value} */
  static boolean isAt(String text, int start, int end) {
    return end - start <= LONGEST
        && isMixed(text, start, end)
        && !Places.from(KNOWN_DATA, text, start).lookingAt()
        && isAssigned(text, start);
  }

  /** {@return whether the value of a field is such a value as a whole} */
  static boolean isIn(String name, String value) {
    int end = Alphabet.BASE64.end(value, 0, value.length());
    return value.length() >= SHORTEST
        && value.length() <= LONGEST
        && Alphabet.BASE64_PADDED.end(value, end, end + 2) == value.length()
        && isMixed(value, 0, end)
        && !Places.from(KNOWN_DATA, value, 0).lookingAt()
        && !name.isEmpty()
        && !isDigest(name);
  }

  private static boolean isAssigned(String text, int start) {
    String before = text.substring(Math.max(0, start - LONGEST_HEAD), start);
    Matcher head = HEAD.matcher(before);
    return head.find() && !isDigest(head.group(1));
  }

  /** {@return whether a field of this name holds no secret, however random} */
  private static boolean isDigest(String name) {
    return DIGEST_NAME.matcher(name).matches();
  }

  private static boolean isMixed(String text, int start, int end) {
    int[] counts = new int[128];
    int changes = 0;
    int capitals = 0;
    int wordStarts = 0;
    for (int i = start; i < end; i++) {
      counts[text.charAt(i)]++;
      if (i > start && kind(text.charAt(i)) != kind(text.charAt(i - 1))) {
        changes++;
      }
      if (isCapital(text.charAt(i))) {
        capitals++;
        wordStarts += i + 1 < end && kind(text.charAt(i + 1)) == 1 ? 1 : 0;
      }
    }
    int length = end - start;
    return changes >= LEAST_CHANGES * (length - 1)
        && wordStarts <= MOST_WORD_STARTS * capitals
        && has(counts, 'A', 'Z')
        && has(counts, 'a', 'z')
        && has(counts, '0', '9')
        && bits(counts, length) >= LEAST_BITS;
  }

  private static int kind(char c) {
    if (c >= '0' && c <= '9') {
      return 0;
    }
    if (c >= 'a' && c <= 'z') {
      return 1;
    }
    return isCapital(c) ? 2 : 3;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean has(int[] counts, char first, char last) {
    for (char c = first; c <= last; c++) {
      if (counts[c] > 0) {
        return true;
      }
    }
    return false;
  }

  private static double bits(int[] counts, int length) {
    double sum = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / length;
        sum -= share * Math.log(share) / Math.log(2);
      }
    }
    return sum;
  }
}
