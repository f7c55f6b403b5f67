package io.kirolinter.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFinderTest {

  private static final int MEGABYTE = 1 << 20;

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Were any of it quadratic, a megabyte would take hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJ",
        "eyJ-",
        "eyJaaaaaaaa.",
        "sk-",
        "sk-a_",
        "SG.",
        "SG.aaaaaaaaaaaaaaaa.",
        "gh",
        "pypi-",
        "password=",
        "password='",
        "password=\"",
        "password=\\\"",
        "password=a(",
        "token = ",
        "token ",
        "--token ",
        "--",
        "<password>",
        "a:",
        "://",
        "://a",
        "://a:",
        "://a@",
        ":",
        "=",
        "a=",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY",
        "jdbc:oracle:thin:",
        "sig=",
        "?sig=a",
        "authorization: ",
        "authorization: bearer ",
        "bearer ",
        "bearer a",
        ".atlasv1.",
        "Q~",
        "aQ~",
        "1:AA",
        "0-us",
        "pat0",
        "M.",
        "Maaaaaaaaaaaaaaaaaaaaaaaa.aaaaaa.",
        "aB3",
        "x=aB3/",
        "\\",
        "'",
        "\"",
        " ",
        "\u0000",
        "é",
        "api_key",
        "hooks.slack.com/",
        "dt0c01.A"
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void takesTimeThatGrowsWithTheTextOnly(String piece) {
    String hostile = piece.repeat(MEGABYTE / piece.length());

    assertThat(SecretFinder.masked(hostile, "[redacted]")).isNotEmpty();
    assertThat(SecretFinder.masked(hostile + "(", "[redacted]")).isNotEmpty();
    assertThat(SecretFinder.isSecret(hostile, hostile)).isIn(true, false);
  }

  @Test
  void findsNearlyEveryValueDrawnByLot() {
    Random lots = new Random(20261122);
    for (int length : List.of(24, 32, 40, 64)) {
      int missed = 0;
      for (int i = 0; i < 1000; i++) {
        String text = "seed = \"" + drawn(lots, length) + "\"";
        missed += SecretFinder.masked(text, "-").equals(text) ? 1 : 0;
      }
      assertThat(missed).as("missed of 1000 with length " + length).isLessThan(80);
    }
  }

  @Test
  void aValueOfAFieldIsASecretByTheNameOrByItsLook() {
    String drawn = drawn(new Random(7), 40);

    assertThat(SecretFinder.isSecret("dbPassword", "hunter two")).isTrue();
    assertThat(SecretFinder.isSecret("API_KEY", "abc")).isTrue();
    assertThat(SecretFinder.isSecret("client-secret-value", "abc")).isTrue();
    assertThat(SecretFinder.isSecret("seed", drawn)).isTrue();
    assertThat(SecretFinder.isSecret("seed", drawn + "==")).isTrue();

    assertThat(SecretFinder.isSecret("password", "ab")).isFalse();
    assertThat(SecretFinder.isSecret("password", "${DB_PASSWORD}")).isFalse();
    assertThat(SecretFinder.isSecret("passwordLength", "twelve")).isFalse();
    assertThat(SecretFinder.isSecret("key", "a name")).isFalse();
    assertThat(SecretFinder.isSecret("checksum", drawn)).isFalse();
    assertThat(SecretFinder.isSecret("", drawn)).isFalse();
    assertThat(SecretFinder.isSecret("seed", drawn + "!")).isFalse();
    assertThat(SecretFinder.isSecret("seed", "iVBORw0KGgo" + drawn)).isFalse();
  }

  @Test
  void ofSecretsInsideSecretsOneMaskRemains() {
    String key = "AKIA" + "1234567890ABCDEF";

    assertThat(SecretFinder.masked("password=\"" + key + " and " + key + "\", " + key, "-"))
        .isEqualTo("password=\"-\", -");
    assertThat(SecretFinder.masked("https://ann:" + key + "@host/" + key, "-"))
        .isEqualTo("https://-@host/" + key);
    assertThat(SecretFinder.masked(key + key, "-")).isEqualTo(key + key);
  }

  @Test
  void whatWasMaskedOnceStaysAsItIs() {
    String once =
        SecretFinder.masked(
            "password=hunter2 \"token\": \"abc def\" redis://:x@host --token abcdef", "[redacted]");

    assertThat(SecretFinder.masked(once, "[redacted]")).isSameAs(once);
  }

  private static String drawn(Random lots, int length) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < length; i++) {
      drawn.append(BASE64.charAt(lots.nextInt(BASE64.length())));
    }
    return drawn.toString();
  }
}
