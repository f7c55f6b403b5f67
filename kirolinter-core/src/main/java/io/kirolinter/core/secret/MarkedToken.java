package io.kirolinter.core.secret;

import java.util.List;
import java.util.Locale;

/**
 * A secret with something typical in its middle.
 *
 * @param before what stands in front of the mark, {@code minBefore} to {@code maxBefore} of it
 * @param after what stands behind it, at least {@code minAfter} of it
 */
record MarkedToken(
    Alphabet before, int minBefore, int maxBefore, String mark, Alphabet after, int minAfter)
    implements SecretShape {

  @Override
  public List<String> signs() {
    return List.of(mark.toLowerCase(Locale.ROOT));
  }

  @Override
  public Verdict at(String text, int sign, int end) {
    int start = before.start(text, sign, sign - maxBefore - 1);
    int length = sign - start;
    boolean fits = length >= minBefore && length <= maxBefore && text.startsWith(mark, sign);
    if (!fits || after.end(text, end, end + minAfter) - end < minAfter) {
      return Verdict.none(end);
    }
    return Verdict.secret(start, after.end(text, end, text.length()));
  }
}
