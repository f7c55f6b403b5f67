package io.kirolinter.core.secret;

import java.util.List;
import java.util.Locale;

/**
 * A secret of several parts with dots between them.
 *
 * @param parts the least length of each part, the first counted after the prefix
 */
record DottedToken(String prefix, Alphabet body, List<Integer> parts) implements SecretShape {

  static DottedToken of(String prefix, Alphabet body, Integer... parts) {
    return new DottedToken(prefix, body, List.of(parts));
  }

  @Override
  public List<String> signs() {
    return List.of(prefix.toLowerCase(Locale.ROOT));
  }

  @Override
  public Verdict at(String text, int sign, int end) {
    if (!Token.startsAt(text, sign, prefix)) {
      return Verdict.none(end);
    }
    int first = body.end(text, end, text.length());
    int start = end;
    int stop = first;
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      if (stop - start < parts.get(i) || (!last && !text.startsWith(".", stop))) {
        return Verdict.none(Math.max(end, first)); // other starts in this part meet the same end
      }
      if (!last) {
        start = stop + 1;
        stop = body.end(text, start, text.length());
      }
    }
    return Verdict.secret(sign, stop);
  }
}
