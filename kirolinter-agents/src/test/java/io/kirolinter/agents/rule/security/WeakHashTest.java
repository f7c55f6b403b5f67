package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class WeakHashTest {

  private final RuleHarness rule = RuleHarness.of(new WeakHash());

  @Test
  void reportsFunctionsThatAreBroken() {
    rule.reportsWithoutFix(
        """
        import java.security.MessageDigest;

        class Sample {
          void run() throws Exception {
            MessageDigest.getInstance("MD5"); // finding: MD5 is broken
            MessageDigest.getInstance("sha1"); // finding: sha1
            java.security.MessageDigest.getInstance("SHA-1", "BC"); // finding: SHA-1
          }
        }
        """);
  }

  @Test
  void followsAConstantOfTheFile() {
    rule.reportsWithoutFix(
        """
        import java.security.MessageDigest;

        class Sample {
          static final String HASH = "SHA-" + "1";

          void run() throws Exception {
            MessageDigest.getInstance(HASH); // finding: SHA-1 is broken
          }
        }
        """);
  }

  @Test
  void acceptsStrongOnesAndNamesThatAreUnknown() {
    rule.isSilentOn(
        """
        import java.security.MessageDigest;

        class Sample {
          void run(String name) throws Exception {
            MessageDigest.getInstance("SHA-256");
            MessageDigest.getInstance(name);
            Other.getInstance("MD5");
            MessageDigest.isEqual(null, null);
          }
        }
        """);
  }

  @Test
  void survivesAMissingName() {
    rule.survives(
        """
        class Sample { void run() { MessageDigest.getInstance(); MessageDigest.getInstance( } }
        """);
  }
}
