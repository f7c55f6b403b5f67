package io.kirolinter.core.secret;

import static io.kirolinter.core.secret.Alphabet.ALPHANUMERIC;
import static io.kirolinter.core.secret.Alphabet.BASE64_PADDED;
import static io.kirolinter.core.secret.Alphabet.DIGITS;
import static io.kirolinter.core.secret.Alphabet.HEX;
import static io.kirolinter.core.secret.Alphabet.UPPER_AND_DIGITS;
import static io.kirolinter.core.secret.Alphabet.URL_SAFE;
import static io.kirolinter.core.secret.Alphabet.WORD_AND_DOT;

import java.util.ArrayList;
import java.util.List;

/** The secrets that are known by their shape. */
final class Shapes {

  private Shapes() {}

  static List<SecretShape> all() {
    List<SecretShape> all = new ArrayList<>();
    all.addAll(clouds());
    all.addAll(forges());
    all.addAll(registries());
    all.addAll(models());
    all.addAll(messengers());
    all.addAll(shops());
    all.addAll(operations());
    all.addAll(teams());
    all.addAll(surroundings());
    return List.copyOf(all);
  }

  private static List<SecretShape> clouds() {
    List<SecretShape> found = new ArrayList<>();
    for (String prefix : List.of("AKIA", "ASIA", "AROA", "AIDA", "ABIA", "ACCA")) {
      found.add(Token.exactly(16, UPPER_AND_DIGITS, prefix));
    }
    found.add(Token.atLeast(60, BASE64_PADDED, "ABSK"));
    found.add(Token.atLeast(60, BASE64_PADDED, "IQoJb3JpZ2lu"));
    found.add(Token.atLeast(35, URL_SAFE, "AIza"));
    found.add(Token.atLeast(20, URL_SAFE, "ya29."));
    found.add(Token.atLeast(24, URL_SAFE, "GOCSPX-"));
    found.add(Token.atLeast(40, URL_SAFE, "1//0"));
    found.add(new MarkedToken(WORD_AND_DOT, 4, 4, "Q~", WORD_AND_DOT, 31));
    found.add(Token.between(12, 26, ALPHANUMERIC, "LTAI").withDigit());
    found.add(Token.exactly(32, ALPHANUMERIC, "AKID"));
    for (String prefix : List.of("dop_v1_", "doo_v1_", "dor_v1_")) {
      found.add(Token.atLeast(32, HEX, prefix));
    }
    found.add(Token.atLeast(24, URL_SAFE, "HRKU-"));
    return found;
  }

  private static List<SecretShape> forges() {
    List<SecretShape> found = new ArrayList<>();
    for (String prefix : List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_")) {
      found.add(Token.atLeast(30, URL_SAFE, prefix));
    }
    for (String kind :
        List.of(
            "pat", "dt", "rt", "rtr", "ptt", "oas", "cbt", "ft", "imt", "agent", "soat", "ffct")) {
      found.add(Token.atLeast(20, URL_SAFE, "gl" + kind + "-"));
    }
    found.add(Token.atLeast(20, URL_SAFE, "GR1348941"));
    found.add(Token.atLeast(24, BASE64_PADDED, "ATBB"));
    found.add(Token.atLeast(60, BASE64_PADDED, "ATATT3"));
    found.add(Token.atLeast(60, BASE64_PADDED, "ATCTT3"));
    return found;
  }

  private static List<SecretShape> registries() {
    return List.of(
        Token.atLeast(30, ALPHANUMERIC, "npm_"),
        Token.atLeast(24, URL_SAFE, "pypi-"),
        Token.atLeast(20, URL_SAFE, "dckr_pat_"),
        Token.atLeast(20, URL_SAFE, "dckr_oat_"),
        Token.atLeast(40, HEX, "rubygems_"),
        Token.atLeast(60, ALPHANUMERIC, "AKCp"),
        Token.atLeast(30, URL_SAFE, "nfp_"),
        Token.atLeast(30, URL_SAFE, "CCIPAT_"),
        Token.atLeast(36, HEX, "sqp_"),
        Token.atLeast(36, HEX, "squ_"),
        Token.atLeast(36, HEX, "sqa_"));
  }

  private static List<SecretShape> models() {
    return List.of(
        Token.atLeast(20, URL_SAFE, "sk-").withDigit(),
        Token.atLeast(20, URL_SAFE, "rk-").withDigit(),
        Token.atLeast(20, URL_SAFE, "pk-").withDigit(),
        Token.atLeast(30, ALPHANUMERIC, "hf_"),
        Token.atLeast(20, URL_SAFE, "xai-").withDigit(),
        Token.atLeast(30, ALPHANUMERIC, "r8_"),
        Token.atLeast(40, ALPHANUMERIC, "gsk_"),
        Token.atLeast(40, ALPHANUMERIC, "pplx-"),
        Token.atLeast(40, URL_SAFE, "pcsk_"));
  }

  private static List<SecretShape> messengers() {
    List<SecretShape> found = new ArrayList<>();
    for (String kind :
        List.of("xoxa", "xoxb", "xoxc", "xoxd", "xoxe", "xoxo", "xoxp", "xoxr", "xoxs", "xapp")) {
      found.add(Token.atLeast(10, URL_SAFE, kind + "-"));
    }
    found.add(Token.atLeast(10, URL_SAFE, "xoxe.xoxp-"));
    found.add(DottedToken.of("SG.", URL_SAFE, 16, 16));
    found.add(Token.exactly(32, HEX, "SK"));
    found.add(Token.exactly(32, HEX, "key-"));
    found.add(new MarkedToken(HEX, 32, 32, "-us", DIGITS, 1));
    found.add(Token.atLeast(60, URL_SAFE, "xkeysib-"));
    found.add(new MarkedToken(DIGITS, 8, 10, ":AA", URL_SAFE, 33));
    found.add(
        HeadedValue.of(
            "hooks.slack.com/", "hooks\\.slack\\.com/(?:services|workflows)/", "[^\\s\"'<>]++"));
    found.add(HeadedValue.of("/api/webhooks/", "/api/webhooks/", "[^\\s\"'<>]++"));
    found.add(
        HeadedValue.of(
            "webhook.office.com/", "webhook\\.office\\.com/webhookb?2?/", "[^\\s\"'<>]++"));
    return found;
  }

  private static List<SecretShape> shops() {
    List<SecretShape> found = new ArrayList<>();
    for (String kind : List.of("sk_", "rk_", "pk_", "whsec_")) {
      found.add(Token.atLeast(20, URL_SAFE, kind).withDigit());
    }
    for (String kind : List.of("shpat_", "shpss_", "shpca_", "shppa_")) {
      found.add(Token.atLeast(32, HEX, kind));
    }
    found.add(Token.atLeast(22, URL_SAFE, "sq0atp-"));
    found.add(Token.atLeast(22, URL_SAFE, "sq0csp-"));
    found.add(Token.atLeast(60, URL_SAFE, "EAAA"));
    found.add(Token.atLeast(60, ALPHANUMERIC, "EAACEdEose0cBA"));
    found.add(
        HeadedValue.of(
            "access_token$", "access_token\\$[a-z]{3,12}\\$", "[a-z0-9]{16}\\$[0-9a-f]{32}"));
    return found;
  }

  private static List<SecretShape> operations() {
    List<SecretShape> found = new ArrayList<>();
    for (String kind :
        List.of(
            "hvs.", "hvb.", "hvr.", "tskey-", "glsa_", "glc_", "sntrys_", "sntryu_", "CFPAT-",
            "fm2_", "dp.pt.", "dp.st.", "dp.ct.", "dp.sa.")) {
      found.add(Token.atLeast(20, URL_SAFE, kind).withDigit());
    }
    for (String kind : List.of("NRAK-", "NRII-", "NRJS-", "NRAA-")) {
      found.add(Token.atLeast(20, URL_SAFE, kind));
    }
    found.add(new MarkedToken(ALPHANUMERIC, 10, 20, ".atlasv1.", URL_SAFE, 40));
    found.add(DottedToken.of("dt0c01.", UPPER_AND_DIGITS, 20, 40));
    found.add(Token.atLeast(30, HEX, "dapi"));
    found.add(Token.atLeast(32, URL_SAFE, "pscale_tkn_"));
    found.add(Token.atLeast(32, URL_SAFE, "pscale_pw_"));
    found.add(Token.exactly(40, HEX, "pul-"));
    found.add(Token.exactly(40, HEX, "sbp_"));
    found.add(Token.atLeast(50, UPPER_AND_DIGITS, "AGE-SECRET-KEY-1"));
    return found;
  }

  private static List<SecretShape> teams() {
    return List.of(
        Token.atLeast(32, ALPHANUMERIC, "lin_api_"),
        Token.atLeast(32, ALPHANUMERIC, "lin_oauth_"),
        Token.atLeast(40, ALPHANUMERIC, "ntn_"),
        Token.atLeast(43, ALPHANUMERIC, "secret_"),
        Token.atLeast(40, URL_SAFE, "figd_"),
        Token.atLeast(50, URL_SAFE, "PMAK-"),
        DottedToken.of("pat", ALPHANUMERIC, 14, 60),
        Token.atLeast(130, URL_SAFE, "sl."));
  }

  /** Secrets that are known by what stands around them. */
  private static List<SecretShape> surroundings() {
    return List.of(
        new PrivateKey(),
        DottedToken.of("eyJ", URL_SAFE, 8, 8, 0),
        new UrlUser(),
        HeadedValue.of("jdbc:oracle:", "jdbc:oracle:thin:[^/\\s@]{1,64}/", "[^\\s@]++(?=@)"),
        HeadedValue.of("sig=", "(?<![A-Za-z_])sig=", "[A-Za-z0-9%+/=_-]{20,}+"),
        HeadedValue.of(
            "authorization",
            "authorization\\W{1,6}(?:basic|bearer|digest|token)\\s{1,8}",
            "[^\\s\"',;&(){}\\[\\]\\\\]{4,}+"),
        HeadedValue.of(
            "bearer", "\\bbearer\\s{1,8}", "(?=[^\\s\\d]{0,256}\\d)[A-Za-z0-9._~+/=-]{16,}+"),
        new NamedValue());
  }
}
