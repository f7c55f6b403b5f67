package io.kirolinter.core.memory;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks secrets in text. What is harmless passes unchanged. Pure, and so safe everywhere.
 *
 * <p>A secret is recognised by its own shape, as with the tokens of well-known services, or by the
 * name in front of it, as in {@code password=…}. Where no quotes mark its ends, it must look unlike
 * a word, so that sentences and code about passwords stay as they are.
 */
public final class Redaction {

  /** What a secret looks like, and what takes its place. */
  private record Shape(Pattern secret, String replacement) {

    static Shape whole(String regex) {
      return new Shape(Pattern.compile(regex), MASK);
    }

    /** A secret behind something that stays, which is the first group. */
    static Shape after(String kept, String regex) {
      return new Shape(
          Pattern.compile("(" + kept + ")" + regex, Pattern.CASE_INSENSITIVE), "$1" + MASK);
    }

    String mask(String text) {
      return secret.matcher(text).replaceAll(replacement);
    }
  }

  private static final String MASK = "[redacted]";

  private static final String NAME =
      "(?:passw(?:or)?d|passphrase|pwd|secret|token|credential|(?:api|access|private|account)[ _-]?key)"
          + "(?:[_-]?(?:key|value))?";

  /** References to a secret, masks and the words for none are no secrets. */
  private static final String NO_SECRET = "(?![$<{*\\[%=]|(?:null|none|true|false|undefined)\\b)";

  private static final String PLAIN = "[^\\s\"',;&(){}\\[\\]\\\\]";

  private static final List<Shape> SHAPES =
      List.of(
          Shape.whole(
              "(?s)-----BEGIN [A-Z ]*PRIVATE KEY[A-Z ]*-----.*?"
                  + "(?:-----END [A-Z ]*PRIVATE KEY[A-Z ]*-----|\\z)"),
          Shape.whole("\\b(?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{16}\\b"),
          Shape.whole("\\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,})"),
          Shape.whole("\\bgl(?:pat|dt|rt|ptt|oas)-[A-Za-z0-9_-]{20,}"),
          Shape.whole("\\bxox[a-z]-[A-Za-z0-9-]{10,}|\\bxapp-[A-Za-z0-9-]{10,}"),
          Shape.whole("\\b(?:sk|rk|pk|xai|whsec)[-_](?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{20,}"),
          Shape.whole("\\b(?:npm|hf|shpat|shpss|dop_v1|dckr_pat|pypi)[_-][A-Za-z0-9_-]{24,}"),
          Shape.whole("\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
          Shape.whole("\\bhv[sb]\\.[A-Za-z0-9_-]{20,}"),
          Shape.whole("\\bAIza[0-9A-Za-z_-]{35,}|\\bya29\\.[0-9A-Za-z_-]{20,}"),
          Shape.whole("\\b\\d{8,10}:AA[A-Za-z0-9_-]{33}\\b"),
          Shape.whole("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
          Shape.after("hooks\\.slack\\.com/services/|discord(?:app)?\\.com/api/webhooks/", "\\S+"),
          Shape.after("://", "(?:[^/\\s:@]*:[^/\\s@]+|[^/\\s:@]{20,})(?=@)"),
          Shape.after("\\bauthorization\\W{1,4}(?:basic|bearer|digest|token)\\s+", PLAIN + "{4,}"),
          Shape.after("\\bbearer\\s+", "(?=[^\\s\\d]*\\d)[A-Za-z0-9._~+/=-]{16,}"),
          Shape.after("--" + NAME + "\\s+", NO_SECRET + "(?!-)" + PLAIN + "{4,}+"),
          Shape.after(
              NAME + "\\\\?[\"']?\\s{0,3}(?:=>|[=:])\\s{0,3}\\\\?[\"']",
              NO_SECRET + "[^\\s\"'\\\\][^\"'\\n\\\\]{2,}+(?=\\\\?[\"'])"),
          Shape.after(NAME + "=", NO_SECRET + PLAIN + "{3,}+(?!\\()"),
          Shape.after(
              NAME + "\\s{0,3}[=:]\\s{1,3}",
              NO_SECRET
                  + "(?=\\S*[\\d!@#$^*+/]|\\w{20})(?![\\d.]+(?:\\s|$))"
                  + PLAIN
                  + "{6,}+(?!\\()"));

  private Redaction() {}

  /** {@return the text, with every secret that is recognised replaced by {@code [redacted]}} */
  public static String of(String text) {
    String masked = text;
    for (Shape shape : SHAPES) {
      masked = shape.mask(masked);
    }
    return masked;
  }
}
