package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class WeakCipherTest {

  private final RuleHarness rule = RuleHarness.of(new WeakCipher());

  @Test
  void reportsBrokenCiphers() {
    rule.reportsWithoutFix(
        """
        import javax.crypto.*;
        import javax.crypto.spec.SecretKeySpec;

        class Sample {
          void run(byte[] key) throws Exception {
            Cipher.getInstance("DES"); // finding: DES is broken
            Cipher.getInstance("DESede/CBC/PKCS5Padding"); // finding: broken
            KeyGenerator.getInstance("Blowfish"); // finding:
            SecretKeyFactory.getInstance("PBEWithMD5AndDES"); // finding:
            new SecretKeySpec(key, "RC4"); // finding: RC4
            Cipher.getInstance("arcfour", "BC"); // finding:
          }
        }
        """);
  }

  @Test
  void reportsModesThatShowPatterns() {
    rule.reports(
        """
        import javax.crypto.Cipher;

        class Sample {
          static final String MODE = "ECB";
          static final String NAME = "AES/" + MODE + "/NoPadding";

          void run() throws Exception {
            Cipher.getInstance("AES"); // finding: means ECB
            Cipher.getInstance("AES/ECB/PKCS5Padding"); // finding: means ECB
            Cipher.getInstance(NAME); // finding: 'AES/ECB/NoPadding' means ECB
          }
        }
        """);
  }

  @Test
  void acceptsStrongCiphersAndTheNameOfRsa() {
    rule.isSilentOn(
        """
        import javax.crypto.*;
        import javax.crypto.spec.SecretKeySpec;

        class Sample {
          void run(byte[] key, String name) throws Exception {
            Cipher.getInstance("AES/GCM/NoPadding");
            Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
            Cipher.getInstance(name);
            KeyGenerator.getInstance("AES");
            new SecretKeySpec(key, "AES");
            new SecretKeySpec(key);
            new Other(key, "DES");
            Cipher.getMaxAllowedKeyLength("DES");
          }
        }
        """);
  }

  @Test
  void survivesAMissingName() {
    rule.survives(
        """
        class Sample { void run() { Cipher.getInstance(); new SecretKeySpec(, ); Cipher.getInstance("DES" + ); } }
        """);
  }
}
