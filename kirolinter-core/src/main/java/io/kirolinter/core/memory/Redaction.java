package io.kirolinter.core.memory;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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
   * @param signs one of these is in every text that holds such a secret, in lower case: most texts
   *     have none, and looking for them is many times quicker than the pattern
   */
  private record Shape(List<String> signs, Pattern secret, String replacement) {

    static Shape whole(List<String> signs, String regex) {
      return new Shape(signs, Pattern.compile(regex), MASK);
    }

    /** A secret behind something that stays. */
    static Shape after(List<String> signs, String kept, String secret) {
      Pattern pattern = Pattern.compile("(" + kept + ")" + secret, Pattern.CASE_INSENSITIVE);
      return new Shape(signs, pattern, "$1" + MASK);
    }

    boolean mayBeIn(String lowerCaseText) {
      for (String sign : signs) {
        if (lowerCaseText.contains(sign)) {
          return true;
        }
      }
      return false;
    }

    String mask(String text) {
      return secret.matcher(text).replaceAll(replacement);
    }
  }

  private static final String MASK = "[redacted]";

  private static final String NAME =
      "(?:passw(?:or)?d|passphrase|pwd|secret|token|credential|(?:api|access|private|account)[ _-]?key)"
          + "(?:[_-]?(?:key|value))?";

  private static final List<String> NAME_SIGNS =
      List.of("passw", "passphrase", "pwd", "secret", "token", "credential", "key");

  /** References to a secret, masks and the words for none are no secrets. */
  private static final String NO_SECRET = "(?![$<{*\\[%=]|(?:null|none|true|false|undefined)\\b)";

  private static final String PLAIN = "[^\\s\"',;&(){}\\[\\]\\\\]";

  private static final List<Shape> SHAPES =
      List.of(
          Shape.whole(
              List.of("private key"),
              "-----BEGIN [A-Z ]*PRIVATE KEY[A-Z ]*-----(?s:.*?)"
                  + "(?:-----END [A-Z ]*PRIVATE KEY[A-Z ]*-----|\\z)"),
          Shape.whole(
              List.of("akia", "asia", "aroa", "aida"), "\\b(?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{16}\\b"),
          Shape.whole(
              List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
              "\\b(?:gh[pousr]|github_pat)_[A-Za-z0-9_]{30,}"),
          Shape.whole(
              List.of("glpat-", "gldt-", "glrt-", "glptt-", "gloas-"),
              "\\bgl(?:pat|dt|rt|ptt|oas)-[A-Za-z0-9_-]{20,}"),
          Shape.whole(List.of("xox", "xapp-"), "\\bx(?:ox[a-z]|app)-[A-Za-z0-9-]{10,}"),
          Shape.whole(
              List.of("sk-", "sk_", "rk-", "rk_", "pk-", "pk_", "xai-", "whsec_"),
              "\\b(?:[srp]k|xai|whsec)[-_](?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{20,}"),
          Shape.whole(
              List.of("npm_", "hf_", "shpat_", "shpss_", "dop_v1_", "dckr_pat_", "pypi-"),
              "\\b(?:npm_|hf_|shpat_|shpss_|dop_v1_|dckr_pat_|pypi-)[A-Za-z0-9_-]{24,}"),
          Shape.whole(List.of("sg."), "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
          Shape.whole(List.of("hvs.", "hvb."), "\\bhv[sb]\\.[A-Za-z0-9_-]{20,}"),
          Shape.whole(List.of("aiza"), "\\bAIza[0-9A-Za-z_-]{35,}"),
          Shape.whole(List.of("ya29."), "\\bya29\\.[0-9A-Za-z_-]{20,}"),
          Shape.whole(List.of(":aa"), "\\b\\d{8,10}:AA[A-Za-z0-9_-]{33}\\b"),
          Shape.whole(
              List.of("eyj"), "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
          Shape.after(
              List.of("/services/", "/webhooks/"),
              "hooks\\.slack\\.com/services/|discord(?:app)?\\.com/api/webhooks/",
              "\\S+"),
          Shape.after(List.of("://"), "://", "(?:[^/\\s:@]*:[^/\\s@]+|[^/\\s:@]{20,})(?=@)"),
          Shape.after(
              List.of("authorization"),
              "\\bauthorization\\W{1,4}(?:basic|bearer|digest|token)\\s+",
              PLAIN + "{4,}"),
          Shape.after(
              List.of("bearer"), "\\bbearer\\s+", "(?=[^\\s\\d]*\\d)[A-Za-z0-9._~+/=-]{16,}"),
          Shape.after(NAME_SIGNS, "--" + NAME + "\\s+", NO_SECRET + "(?!-)" + PLAIN + "{4,}+"),
          Shape.after(
              NAME_SIGNS,
              NAME + "\\\\?[\"']?\\s{0,3}(?:=>|[=:])\\s{0,3}\\\\?[\"']",
              NO_SECRET + "[^\\s\"'\\\\][^\"'\\n\\\\]{2,}+(?=\\\\?[\"'])"),
          Shape.after(NAME_SIGNS, NAME + "=", NO_SECRET + PLAIN + "{3,}+(?!\\()"),
          Shape.after(
              NAME_SIGNS,
              NAME + "\\s{0,3}[=:]\\s{1,3}",
              NO_SECRET
                  + "(?=\\S*[\\d!@#$^*+/]|\\w{20})(?![\\d.]+(?:\\s|$))"
                  + PLAIN
                  + "{6,}+(?!\\()"));

  private Redaction() {}

  /** {@return the text, with every secret that is recognised replaced by {@code [redacted]}} */
  public static String of(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    String masked = text;
    for (Shape shape : SHAPES) {
      if (shape.mayBeIn(lowerCase)) {
        masked = shape.mask(masked);
      }
    }
    return masked;
  }
}
