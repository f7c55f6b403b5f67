package io.kirolinter.core.secret;

import java.util.List;
import java.util.Locale;

/**
 * A secret that begins as all of its kind do.
 *
 * @param min how many characters follow at least
 * @param max how many at most: what goes on longer is something else
 */
record Token(String prefix, Alphabet body, int min, int max, Need need) implements SecretShape {

  /** How far a body without an end is looked at before it is known to be a secret. */
  private static final int PROBE = 128;

  static Token atLeast(int min, Alphabet body, String prefix) {
    return new Token(prefix, body, min, Integer.MAX_VALUE, Need.NOTHING);
  }

  static Token exactly(int length, Alphabet body, String prefix) {
    return new Token(prefix, body, length, length, Need.NOTHING);
  }

  static Token between(int min, int max, Alphabet body, String prefix) {
    return new Token(prefix, body, min, max, Need.NOTHING);
  }

  Token withDigit() {
    return new Token(prefix, body, min, max, Need.A_DIGIT);
  }

  @Override
  public List<String> signs() {
    return List.of(prefix.toLowerCase(Locale.ROOT));
  }

  @Override
  public Verdict at(String text, int sign, int end) {
    if (!startsAt(text, sign, prefix)) {
      return Verdict.none(end);
    }
    boolean open = max == Integer.MAX_VALUE;
    int stop = body.end(text, end, end + (open ? Math.max(min, PROBE) : max + 1));
    int length = stop - end;
    if (length < min || length > max || !need.isMetIn(text, end, stop)) {
      return Verdict.none(end);
    }
    return Verdict.secret(sign, open ? body.end(text, stop, text.length()) : stop);
  }

  /**
   * {@return whether the prefix stands there, and is not the middle of a word; one that is made of
   * letters and digits only must not be the middle of some data in base 64 either}
   */
  static boolean startsAt(String text, int index, String prefix) {
    boolean plain = Alphabet.ALPHANUMERIC.end(prefix, 0, prefix.length()) == prefix.length();
    char before = index == 0 ? ' ' : text.charAt(index - 1);
    boolean inside =
        Alphabet.ALPHANUMERIC.has(before) || (plain && (before == '+' || before == '/'));
    return !inside && text.startsWith(prefix, index);
  }
}
