package io.kirolinter.core.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns that begin at a place of a text and see what is around it. */
final class Places {

  private Places() {}

  static Matcher from(Pattern pattern, String text, int start) {
    return pattern
        .matcher(text)
        .region(start, text.length())
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }
}
