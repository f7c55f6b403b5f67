package io.kirolinter.core.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in its armour, to its end, or to that of the text where it is cut off. */
record PrivateKey() implements SecretShape {

  private static final Pattern BEGIN =
      Pattern.compile("(?:-----|---- )BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,20}-{4,5}");

  private static final Pattern END =
      Pattern.compile("(?:-----|---- )END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,20}-{4,5}");

  @Override
  public List<String> signs() {
    return List.of("-----begin ", "---- begin ");
  }

  @Override
  public Verdict at(String text, int sign, int end) {
    Matcher begin = Places.from(BEGIN, text, sign);
    if (!begin.lookingAt()) {
      return Verdict.none(end);
    }
    Matcher last = Places.from(END, text, begin.end());
    return Verdict.secret(sign, last.find() ? last.end() : text.length());
  }
}
