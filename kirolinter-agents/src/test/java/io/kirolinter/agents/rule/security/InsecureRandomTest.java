package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class InsecureRandomTest {

  private final RuleHarness rule = RuleHarness.of(new InsecureRandom());

  @Test
  void reportsSecretsMadeOfForeseeableNumbers() {
    rule.reportsWithoutFix(
        """
        import java.util.Random;
        import java.util.concurrent.ThreadLocalRandom;

        class Sample {
          void run(Random random, byte[] salt) {
            String token = "t" + random.nextLong(); // finding: can be foretold
            double otp = Math.random(); // finding:
            this.sessionId = Long.toHexString(ThreadLocalRandom.current().nextLong()); // finding:
            random.nextBytes(salt); // finding:
            int pin = new Random().nextInt(9999); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsSecureNumbersAndOtherNames() {
    rule.isSilentOn(
        """
        import java.security.SecureRandom;
        import java.util.Random;

        class Sample {
          Random secure = new SecureRandom();

          void run(SecureRandom random, Random other, byte[] bytes, byte[] salt) {
            String token = "t" + random.nextLong();
            long nonce = secure.nextLong();
            int index = other.nextInt(5);
            other.nextBytes(bytes);
            random.nextBytes(salt);
            int tokenIndex = other.nextInt(5);
            String password = scanner().nextLine();
            call(Math.random());
            long id = other.nextLong();
          }
        }
        """);
  }

  @Test
  void acceptsNumbersOutsideOfAnyMethod() {
    rule.isSilentOn(
        """
        class Sample {
          {
            call(Math.random());
          }
        }
        """);
  }

  @Test
  void survivesAMissingName() {
    rule.survives(
        """
        class Sample { void run() { String = Math.random(); token = .nextInt(); random.nextBytes(; } }
        """);
  }
}
