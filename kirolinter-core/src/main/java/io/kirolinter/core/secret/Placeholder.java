package io.kirolinter.core.secret;

import java.util.regex.Pattern;

/** What stands where a secret would: references, masks and the words for none. */
final class Placeholder {

  private static final Pattern SHAPE =
      Pattern.compile(
          "[$<{*\\[%=]|#\\{|\\.{3}|…|x{3,}+(?![A-Za-z0-9])"
              + "|(?:null|none|nil|true|false|undefined|required|optional)\\b",
          Pattern.CASE_INSENSITIVE);

  private Placeholder() {}

  static boolean isAt(String text, int index) {
    return Places.from(SHAPE, text, index).lookingAt();
  }
}
