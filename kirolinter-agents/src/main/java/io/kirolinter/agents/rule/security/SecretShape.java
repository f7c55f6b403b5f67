package io.kirolinter.agents.rule.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that are known by their form alone, wherever they stand. */
enum SecretShape {
  AWS_ACCESS_KEY("an AWS access key", "A", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
  GITHUB_TOKEN("a GitHub token", "_", "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\\w{60,})"),
  GITLAB_TOKEN("a GitLab token", "glpat-", "\\bglpat-[A-Za-z0-9_-]{20,}"),
  SLACK_TOKEN("a Slack token", "xox", "\\bxox[abprs]-[0-9]{6,}-[A-Za-z0-9-]{10,}"),
  GOOGLE_API_KEY("a Google API key", "AIza", "\\bAIza[0-9A-Za-z_-]{35}\\b"),
  STRIPE_KEY("a Stripe key", "k_live_", "\\b[sr]k_live_[0-9A-Za-z]{20,}"),
  JWT(
      "a JSON web token",
      "eyJ",
      "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
  PRIVATE_KEY(
      "a private key",
      "PRIVATE KEY",
      "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----(?:\\s|\\\\n)*[A-Za-z0-9+/=]{16,}"),
  URL_PASSWORD(
      "a URL with a password", "://", "\\b[a-z][a-z0-9+.-]*://[^\\s/:@]+:[^\\s/:@]{3,}@\\w");

  private static final Pattern MADE_UP =
      Pattern.compile(
          "example|placeholder|dummy|changeme|your|xxxx|\\*\\*\\*|[<>{}$%]"
              + "|:(pass|passwd|password|pwd|secret|pw|token|psw)@");

  private final String label;
  private final String hint;
  private final Pattern pattern;

  SecretShape(String label, String hint, String pattern) {
    this.label = label;
    this.hint = hint;
    this.pattern = Pattern.compile(pattern);
  }

  /** {@return what it is, for people} */
  String label() {
    return label;
  }

  /** {@return the shape of a secret that the text holds; not of one that is plainly made up} */
  static Optional<SecretShape> in(String text) {
    if (text.length() < 12) {
      return Optional.empty();
    }
    return Arrays.stream(values()).filter(shape -> shape.isIn(text)).findFirst();
  }

  /** Every string of the code is asked: most are told by a word that they do not hold. */
  private boolean isIn(String text) {
    if (!text.contains(hint)) {
      return false;
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && !MADE_UP.matcher(matcher.group().toLowerCase(Locale.ROOT)).find();
  }
}
