package io.kirolinter.agents.rule.security;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a text can be a credential itself, and not the name, place or picture of one. */
final class CredentialValue {

  /** Bits a char; words of a language have less, random letters and digits more. */
  private static final double RANDOM_LOOKING = 3.5;

  private static final int SHORTEST = 4;

  private static final int SHORTEST_RANDOM = 16;

  /** A message, a prompt, a pattern, a place, a URL, or something to be filled in. */
  private static final Pattern NOT_A_VALUE =
      Pattern.compile("(?s).*[\\s<>{}()\\[\\]$%|\\\\].*|.*://.*|[/.~].*|.*[:=?,]|-.*|[*•.x#X_-]+");

  private static final Pattern MADE_UP =
      Pattern.compile(
          "(?i).*(changeme|changeit|change_me|change-me|example|placeholder|dummy|redacted|masked"
              + "|hidden|your|todo|xxxx|\\*\\*\\*).*|null|none|true|false|default|empty|undefined"
              + "|unknown|anonymous|n/a");

  /** Such as {@code spring.mail.password}, {@code DB_PASSWORD} or {@code passwordField}. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)[a-z]+([._:/-]?[a-z]+)*[._:/-]?"
              + "(pass|pwd|secret|token|key|cred|auth|jwt|bearer)[a-z]*([._:/-][a-z]+)*"
              + "|(pass|pwd|secret|token|key|cred|auth|jwt|bearer)[a-z]*([._:/-][a-z]+)*");

  private static final Pattern PROPERTY = Pattern.compile("[a-z]+([.-][a-zA-Z]+)+");

  private static final Pattern RANDOM_CHARS = Pattern.compile("[A-Za-z0-9+/=_.-]+");

  private CredentialValue() {}

  /** {@return whether a text that stands under such a name is a credential} */
  static boolean isLikely(String text, Secrecy secrecy) {
    if (text.length() < SHORTEST
        || NOT_A_VALUE.matcher(text).matches()
        || MADE_UP.matcher(text).matches()
        || PROPERTY.matcher(text).matches()
        || NAME.matcher(text).matches()) {
      return false;
    }
    return secrecy == Secrecy.CERTAIN || (secrecy == Secrecy.POSSIBLE && looksRandom(text));
  }

  private static boolean looksRandom(String text) {
    boolean mixed = text.chars().anyMatch(Character::isDigit);
    return text.length() >= SHORTEST_RANDOM
        && mixed
        && RANDOM_CHARS.matcher(text).matches()
        && !text.toLowerCase(Locale.ROOT).startsWith("0123456789")
        && entropyOf(text) >= RANDOM_LOOKING;
  }

  /** {@return Shannon's entropy, in bits a char} */
  static double entropyOf(String text) {
    Map<Integer, Long> counts =
        text.chars()
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / text.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
