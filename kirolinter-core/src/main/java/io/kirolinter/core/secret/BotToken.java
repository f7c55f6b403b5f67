package io.kirolinter.core.secret;

/** The token of a Discord bot: three parts, the first of which is a number in base 64. */
final class BotToken {

  static final int SHORTEST = 23;
  private static final int LONGEST = 28;
  private static final int SECOND = 6;
  private static final int THIRD = 27;

  private BotToken() {}

  /** {@return where the token ends whose first part is given; {@code end} if it is none} */
  static int end(String text, int start, int end) {
    int second = Alphabet.URL_SAFE.end(text, end + 1, end + 2 + SECOND);
    boolean fits =
        end - start <= LONGEST
            && "MNO".indexOf(text.charAt(start)) >= 0
            && text.startsWith(".", end)
            && second == end + 1 + SECOND
            && text.startsWith(".", second);
    if (!fits) {
      return end;
    }
    int third = Alphabet.URL_SAFE.end(text, second + 1, text.length());
    return third - second - 1 >= THIRD ? third : end;
  }
}
