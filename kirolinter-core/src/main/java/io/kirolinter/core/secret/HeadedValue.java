package io.kirolinter.core.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret behind a text that stays.
 *
 * @param head begins with the sign; matches a bounded number of characters
 * @param body nothing of it can be the beginning of another head and its body
 */
record HeadedValue(String sign, Pattern head, Pattern body) implements SecretShape {

  static HeadedValue of(String sign, String head, String body) {
    return new HeadedValue(
        sign, Pattern.compile(head, Pattern.CASE_INSENSITIVE), Pattern.compile(body));
  }

  @Override
  public List<String> signs() {
    return List.of(sign);
  }

  @Override
  public Verdict at(String text, int sign, int end) {
    Matcher before = Places.from(head, text, sign);
    if (!before.lookingAt()) {
      return Verdict.none(end);
    }
    Matcher value = Places.from(body, text, before.end());
    return value.lookingAt()
        ? Verdict.secret(before.end(), value.end())
        : Verdict.none(before.end());
  }
}
