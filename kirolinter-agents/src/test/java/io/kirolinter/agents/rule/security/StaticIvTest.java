package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class StaticIvTest {

  private final RuleHarness rule = RuleHarness.of(new StaticIv());

  @Test
  void reportsVectorsThatNeverChange() {
    rule.reportsWithoutFix(
        """
        import javax.crypto.spec.*;
        class Sample {
          private static final byte[] IV = {1, 2, 3, 4};
          void run() {
            new IvParameterSpec(new byte[16]); // finding: for every message
            new IvParameterSpec("0123456789abcdef".getBytes()); // finding:
            new IvParameterSpec(IV); // finding:
            new GCMParameterSpec(128, new byte[] {1, 2, 3}); // finding:
            byte[] zeros = new byte[12];
            new GCMParameterSpec(128, zeros); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsVectorsThatAreFilled() {
    rule.isSilentOn(
        """
        import javax.crypto.spec.*;
        class Sample {
          void run(byte[] given, java.security.SecureRandom random) {
            byte[] vector = new byte[16];
            random.nextBytes(vector);
            new IvParameterSpec(vector);
            new IvParameterSpec(given);
            new IvParameterSpec(given, 0, 16);
            new GCMParameterSpec(128, random.generateSeed(12));
            new GCMParameterSpec(128);
            new IvParameterSpec();
            new Other(new byte[16]);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { Object a = new IvParameterSpec(new byte[16 ; }
        """);
  }
}
