package io.kirolinter.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  /** The secret stands between « and »; the marks are not part of the text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "key «AKIA1234567890ABCDEF» in A.java",
        "key «ASIA1234567890ABCDEF»",
        "aws_secret_access_key = «wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY»",
        "use «ghp_0123456789abcdefghijABCDEFGHIJ012345» here",
        "«gho_0123456789abcdefghijABCDEFGHIJ012345»",
        "«github_pat_11ABCDEFG0123456789_abcdefghijklmnopqrstuvwxyz»",
        "«glpat-0123456789abcdefghij»",
        "slack «xoxb-123456789012-abcdefghijkl»",
        "https://hooks.slack.com/services/«T00000000/B00000000/XXXXXXXXXXXX»",
        "https://discord.com/api/webhooks/«123456/abc-def»",
        "«sk-proj-abcdefghijklmnop1234567890»",
        "«sk_live_4eC39HqLyjWDarjtT1zdp7dc»",
        "«npm_abcdefghijklmnopqrstuvwxyz0123456789»",
        "«SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789»",
        "«hvs.CAESIJ0123456789abcdefghij»",
        "«AIzaSyA0123456789abcdefghijklmnopqrstuvw»",
        "«ya29.a0AfH6SMBx0123456789abcdef»",
        "bot «123456789:AAabcdefghijklmnopqrstuvwxyz0123456»",
        "«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123»",
        "postgres://«ann:s3cr3t»@db.example.org/shop",
        "redis://«:s3cr3t»@cache:6379",
        "https://«0123456789abcdef01234567»@github.com/a/b.git",
        "Authorization: Bearer «abc123»",
        "\"Authorization\": \"Basic «YW5uOnNlY3JldA==»\"",
        "curl -H 'X: Bearer «abcdefghij0123456789»'",
        "password=«hunter2»",
        "db.password=«changeit»",
        "PASSWORD = «\"hunter two\"»",
        "password: «hunter2»",
        "\"password\": \"«correct horse battery»\"",
        "{\\\"password\\\":\\\"«hunter2»\\\"}",
        "private String apiKey = \"«abcdef»\";",
        "String dbPassword=\"«tiger!»\";",
        "client_secret: '«abc-def»'",
        "https://example.org/x?user=ann&token=«abcdef»&page=2",
        "jdbc:mysql://db/shop?password=«tiger»&useSSL=true",
        "AccountName=shop;AccountKey=«abc+/def==»;EndpointSuffix=x",
        "run --password «hunter2» --verbose",
        "secret => '«abcdefgh»'",
        "token: «c0ffee-42-c0ffee»",
      })
  void masksWhatIsSecretAndNothingElse(String marked) {
    String text = marked.replace("«", "").replace("»", "");
    String expected =
        marked.replaceAll("«\"[^»]*\"»", "\"[redacted]\"").replaceAll("«[^»]*»", "[redacted]");

    assertThat(Redaction.of(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY",
        "PGP PRIVATE KEY BLOCK"
      })
  void masksPrivateKeysToTheirEndAlsoWhereItIsCutOff(String kind) {
    String start = "a -----BEGIN " + kind + "-----\nMIIE\nabc=\n";

    assertThat(Redaction.of(start + "-----END " + kind + "-----\nb")).isEqualTo("a [redacted]\nb");
    assertThat(Redaction.of(start)).isEqualTo("a [redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unused-import",
        "hardcoded-password",
        "pmd/HardCodedCryptoKey",
        "src/main/java/org/acme/security/PasswordTokenSecretFactory.java:120",
        "The password is compared with ==; use MessageDigest.isEqual.",
        "password: required",
        "Password: must not be empty",
        "secret: none",
        "password=null",
        "token = null;",
        "String token = tokenizer.nextToken();",
        "password = System.getenv(\"DB_PASSWORD\")",
        "password=readPassword(console)",
        "password=${DB_PASSWORD}",
        "token: {{ secrets.DEPLOY }}",
        "api_key=<your key>",
        "password=********",
        "password: \"\"",
        "if (token == TokenType.IDENTIFIER) {",
        "max_tokens=4096",
        "token: 12",
        "token = 1.5",
        "unexpected token ';' at 3:14",
        "public void setPassword(String password) {",
        "--token <token>",
        "--password --verbose",
        "4f2ac1d09e8b7c6a5f4e3d2c1b0a99887766554433",
        "8c63e4c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6",
        "123e4567-e89b-12d3-a456-426614174000",
        "https://example.org:8080/a/b?page=2#top",
        "git@github.com:apache/commons-lang.git",
        "ssh://git@example.org:2222/a/b.git",
        "ann.smith@example.org wrote Parser.parse(String)",
        "-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----",
        "-----BEGIN PUBLIC KEY-----",
        "the bearer of this letter",
        "bearer authentication is required here",
        "risk-assessment-of-all-modules-2026",
        "disk_usage_in_megabytes_2026_11",
        "sk-learn is a library for people",
        "kirolinter/20261122-181530-4f2ac1",
        "key=value; primaryKey=4711",
        "eyJ is how a token begins",
        "a fixed size of 256 << 20 bytes, 100% covered: über-straße → ok",
      })
  void passesHarmlessTextUnchanged(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  @Test
  void masksEverySecretOfAText() {
    assertThat(Redaction.of("password=hunter2, token=abcdef; AKIA1234567890ABCDEF"))
        .isEqualTo("password=[redacted], token=[redacted]; [redacted]");
  }

  @Test
  void masksNothingTwice() {
    String once = Redaction.of("password=hunter2 \"token\": \"abc def\" redis://:x@host");

    assertThat(Redaction.of(once)).isEqualTo(once);
  }

  @Test
  @Timeout(60)
  void isQuickOnLongTextThatLooksLikeTheStartOfASecret() {
    for (String piece : new String[] {"eyJ", "password=", "a:", "token ", "://x", "-----BEGIN "}) {
      assertThat(Redaction.of(piece.repeat(20_000))).isNotEmpty();
    }
  }
}
