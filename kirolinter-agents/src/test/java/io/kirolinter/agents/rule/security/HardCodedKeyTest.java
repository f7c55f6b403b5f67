package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class HardCodedKeyTest {

  private final RuleHarness rule = RuleHarness.of(new HardCodedKey());

  @Test
  void reportsKeysThatStandInTheCode() {
    rule.reportsWithoutFix(
        """
        import java.util.Base64;
        import javax.crypto.spec.*;
        class Sample {
          private static final byte[] KEY = {1, -2, (byte) 0xff, 4};
          private static final String TEXT = "0123456789abcdef";
          void run() throws Exception {
            new SecretKeySpec("0123456789abcdef".getBytes("UTF-8"), "AES"); // finding: in the code
            new SecretKeySpec(KEY, "AES"); // finding:
            new SecretKeySpec(TEXT.getBytes(), "AES"); // finding:
            new SecretKeySpec(new byte[] {1, 2, 3}, "AES"); // finding:
            new SecretKeySpec(Base64.getDecoder().decode("AAAA"), "AES"); // finding:
            byte[] local = TEXT.getBytes();
            new SecretKeySpec(local, "AES"); // finding:
            new PBEKeySpec("secret".toCharArray()); // finding:
            Algorithm.HMAC256("secret"); // finding:
            Keys.hmacShaKeyFor(TEXT.getBytes()); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsKeysFromElsewhere() {
    rule.isSilentOn(
        """
        import javax.crypto.spec.*;
        class Sample {
          static byte[] shared = load();
          void run(byte[] given, String text, char[] password, byte b) throws Exception {
            new SecretKeySpec(given, "AES");
            new SecretKeySpec(text.getBytes(), "AES");
            new SecretKeySpec(load(), "AES");
            new SecretKeySpec(shared, "AES");
            new SecretKeySpec(new byte[16], "AES");
            new SecretKeySpec(new byte[] {}, "AES");
            new SecretKeySpec(new byte[] {b}, "AES");
            new PBEKeySpec(password);
            byte[] filled = {0, 0};
            random.nextBytes(filled);
            new SecretKeySpec(filled, "AES");
            Algorithm.HMAC256(text);
            Algorithm.none();
            new Other("secret".getBytes());
            new SecretKeySpec(decode(text), "AES");
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { Object a = new SecretKeySpec("x".getBytes( , "AES"); }
        """);
  }
}
