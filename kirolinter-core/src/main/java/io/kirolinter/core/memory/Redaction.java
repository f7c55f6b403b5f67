package io.kirolinter.core.memory;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks secrets in text. What is harmless passes unchanged. Pure, and so safe everywhere.
 *
 * <p>A secret is recognised by its own shape, as with the tokens of well-known services, or by the
 * name in front of it, as in {@code password=…}. Where no quotes mark its ends, it must look unlike
 * a word, so that sentences and code about passwords stay as they are.
 */
public final class Redaction {

  /**
   * What a secret looks like, and what takes its place.
   *
   * @param start how such a place begins: quickly looked for, and absent from most texts
   */
  private record Shape(String start, Pattern secret, String replacement) {

    static Shape whole(String start, String rest) {
      return new Shape(start, Pattern.compile(start + rest), MASK);
    }

    /** A secret behind something that stays. */
    static Shape after(String start, String rest, String secret) {
      Pattern pattern =
          Pattern.compile("(" + start + rest + ")" + secret, Pattern.CASE_INSENSITIVE);
      return new Shape(start, pattern, "$1" + MASK);
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
              "-----BEGIN [A-Z ]*PRIVATE KEY",
              "[A-Z ]*-----(?s:.*?)(?:-----END [A-Z ]*PRIVATE KEY[A-Z ]*-----|\\z)"),
          Shape.whole("\\b(?:AKIA|ASIA|AROA|AIDA)", "[0-9A-Z]{16}\\b"),
          Shape.whole("\\b(?:gh[pousr]|github_pat)_", "[A-Za-z0-9_]{30,}"),
          Shape.whole("\\bgl(?:pat|dt|rt|ptt|oas)-", "[A-Za-z0-9_-]{20,}"),
          Shape.whole("\\bx(?:ox[a-z]|app)-", "[A-Za-z0-9-]{10,}"),
          Shape.whole("\\b(?:[srp]k|xai|whsec)[-_]", "(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{20,}"),
          Shape.whole("\\b(?:npm|hf|shp(?:at|ss)|dop_v1|dckr_pat|pypi)[_-]", "[A-Za-z0-9_-]{24,}"),
          Shape.whole("\\bSG\\.", "[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
          Shape.whole("\\bhv[sb]\\.", "[A-Za-z0-9_-]{20,}"),
          Shape.whole("\\bAIza", "[0-9A-Za-z_-]{35,}"),
          Shape.whole("\\bya29\\.", "[0-9A-Za-z_-]{20,}"),
          Shape.whole("\\b\\d{8,10}:AA", "[A-Za-z0-9_-]{33}\\b"),
          Shape.whole("\\beyJ", "[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
          Shape.after("hooks\\.slack\\.com/services/", "", "\\S+"),
          Shape.after("discord(?:app)?\\.com/api/webhooks/", "", "\\S+"),
          Shape.after("://", "", "(?:[^/\\s:@]*:[^/\\s@]+|[^/\\s:@]{20,})(?=@)"),
          Shape.after(
              "\\bauthorization", "\\W{1,4}(?:basic|bearer|digest|token)\\s+", PLAIN + "{4,}"),
          Shape.after("\\bbearer", "\\s+", "(?=[^\\s\\d]*\\d)[A-Za-z0-9._~+/=-]{16,}"),
          Shape.after("--" + NAME, "\\s+", NO_SECRET + "(?!-)" + PLAIN + "{4,}+"),
          Shape.after(
              NAME,
              "\\\\?[\"']?\\s{0,3}(?:=>|[=:])\\s{0,3}\\\\?[\"']",
              NO_SECRET + "[^\\s\"'\\\\][^\"'\\n\\\\]{2,}+(?=\\\\?[\"'])"),
          Shape.after(NAME, "=", NO_SECRET + PLAIN + "{3,}+(?!\\()"),
          Shape.after(
              NAME,
              "\\s{0,3}[=:]\\s{1,3}",
              NO_SECRET
                  + "(?=\\S*[\\d!@#$^*+/]|\\w{20})(?![\\d.]+(?:\\s|$))"
                  + PLAIN
                  + "{6,}+(?!\\()"));

  private static final Pattern ANY_START =
      Pattern.compile(
          SHAPES.stream().map(Shape::start).distinct().collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);

  private Redaction() {}

  /** {@return the text, with every secret that is recognised replaced by {@code [redacted]}} */
  public static String of(String text) {
    if (!ANY_START.matcher(text).find()) {
      return text;
    }
    String masked = text;
    for (Shape shape : SHAPES) {
      masked = shape.mask(masked);
    }
    return masked;
  }
}
