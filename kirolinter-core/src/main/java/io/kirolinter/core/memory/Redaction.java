package io.kirolinter.core.memory;

import java.util.List;
import java.util.regex.Pattern;

/** Masks secrets in text. What is harmless passes unchanged. Pure, and so safe everywhere. */
public final class Redaction {

  private static final String MASK = "[redacted]";

  private static final List<Pattern> SECRETS =
      List.of(
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)",
              Pattern.DOTALL),
          Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
          Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}\\b|\\bgithub_pat_[A-Za-z0-9_]{30,}\\b"),
          Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20,}"),
          Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
          Pattern.compile("\\b(sk|xai|rk)[-_][A-Za-z0-9_-]{20,}"),
          Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
          Pattern.compile("(?<=://)[^/\\s:@]+:[^/\\s@]+(?=@)"),
          Pattern.compile(
              "(?i)(?<=(password|passwd|secret|token|api[_-]?key)[\"']?\\s{0,3}[=:]\\s{0,3})"
                  + "[\"']?[^\\s\"',;]{6,}[\"']?"));

  private Redaction() {}

  /** {@return the text, with every secret that is recognised replaced by {@code [redacted]}} */
  public static String of(String text) {
    String masked = text;
    for (Pattern secret : SECRETS) {
      masked = secret.matcher(masked).replaceAll(MASK);
    }
    return masked;
  }
}
