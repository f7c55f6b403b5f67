package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class PredictableSeedTest {

  private final RuleHarness rule = RuleHarness.of(new PredictableSeed());

  @Test
  void reportsSeedsThatOthersKnow() {
    rule.reportsWithoutFix(
        """
        import java.security.SecureRandom;

        class Sample {
          static final byte[] SEED = {1, 2, 3};

          void run(SecureRandom random) {
            random.setSeed(42); // finding: known seed
            random.setSeed(System.currentTimeMillis()); // finding:
            new SecureRandom(new byte[] {1, 2, 3}); // finding:
            new SecureRandom("seed".getBytes()); // finding:
            byte[] seed = "seed".getBytes();
            new SecureRandom(seed); // finding:
            new SecureRandom(SEED); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsSeedsFromElsewhere() {
    rule.isSilentOn(
        """
        import java.security.SecureRandom;

        class Sample {
          void run(SecureRandom random, byte[] seed, java.util.Random other, String text) {
            random.setSeed(seed);
            random.setSeed(random.generateSeed(8));
            new SecureRandom();
            new SecureRandom(seed);
            new SecureRandom(new byte[8]);
            new SecureRandom(new byte[] {});
            new SecureRandom(new byte[] {seed[0]});
            new SecureRandom(text.getBytes());
            new SecureRandom(getBytes());
            other.setSeed(42);
            setSeed(42);
            new java.util.Random(42);
          }
        }
        """);
  }

  @Test
  void survivesAMissingSeed() {
    rule.survives(
        """
        class Sample { void run(SecureRandom r) { r.setSeed(; new SecureRandom(new byte[] {1, ); } }
        """);
  }
}
