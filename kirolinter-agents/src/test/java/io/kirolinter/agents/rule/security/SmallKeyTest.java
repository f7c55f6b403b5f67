package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SmallKeyTest {

  private final RuleHarness rule = RuleHarness.of(new SmallKey());

  @Test
  void lengthensTheKey() {
    rule.fixes(
        """
        import java.security.KeyPairGenerator;
        class Sample {
          void run(KeyPairGenerator given) throws Exception {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(1024);
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(160);
            given.initialize(1024, null);
          }
        }
        """,
        """
        import java.security.KeyPairGenerator;
        class Sample {
          void run(KeyPairGenerator given) throws Exception {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(3072);
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(256);
            given.initialize(3072, null);
          }
        }
        """);
  }

  @Test
  void acceptsLongKeysAndOtherCalls() {
    rule.isSilentOn(
        """
        import java.security.KeyPairGenerator;
        class Sample {
          void run(KeyPairGenerator given, Other other, int bits) throws Exception {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            rsa.initialize(bits);
            rsa.initialize();
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(256);
            given.initialize(256);
            given.generateKeyPair();
            other.initialize(512);
            initialize(512);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(KeyPairGenerator g) { g.initialize(512 ; } }
        """);
  }
}
