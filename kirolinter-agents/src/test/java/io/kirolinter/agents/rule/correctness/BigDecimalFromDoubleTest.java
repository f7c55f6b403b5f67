package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BigDecimalFromDoubleTest {

  private final RuleHarness rule = RuleHarness.of(new BigDecimalFromDouble());

  @Test
  void makesTheDecimalOfWhatIsWritten() {
    rule.fixes(
        """
        import java.math.BigDecimal;

        class Sample {
          BigDecimal price = new BigDecimal(0.1);
          BigDecimal debt = new java.math.BigDecimal(-1.15d);
        }
        """,
        """
        import java.math.BigDecimal;

        class Sample {
          BigDecimal price = BigDecimal.valueOf(0.1);
          BigDecimal debt = java.math.BigDecimal.valueOf(-1.15d);
        }
        """);
  }

  @Test
  void acceptsNumbersThatAreExact() {
    rule.isSilentOn(
        """
        import java.math.BigDecimal;

        class Sample {
          Object[] all = {
            new BigDecimal(0.5),
            new BigDecimal(2.0),
            new BigDecimal(0x1.8p1),
            new BigDecimal(1e3),
            new BigDecimal(7),
            new BigDecimal(-7),
            new BigDecimal("0.1"),
            new BigDecimal(share),
            new BigDecimal(0.1, context),
            new Other(0.1)
          };
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { Object made = new BigDecimal(0.1; Object other = new BigDecimal(-); }
        """);
  }
}
