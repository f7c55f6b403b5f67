package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class OctalLiteralTest {

  private final RuleHarness rule = RuleHarness.of(new OctalLiteral());

  @Test
  void reportsANumberThatOnlyLooksDecimal() {
    rule.reports(
        """
        class Sample {
          int[] codes = {001, 010, 100}; // finding: 010 is octal and stands for 8
          long big = 0_17L; // finding: 15
          int day = 012; // finding: 10
        }
        """);
  }

  @Test
  void acceptsOctalWhereItIsAtHome() {
    rule.isSilentOn(
        """
        class Sample {
          static final int MODE = 0644;
          static final int S_IFDIR = 0040000;
          int filePermissions = 0755;

          int run(int bits) {
            chmod("file", 0700);
            bits |= 0100;
            return bits & 0777 | 010 << 3;
          }
        }
        """);
  }

  @Test
  void acceptsDecimalHexadecimalAndZero() {
    rule.isSilentOn(
        """
        class Sample {
          int a = 0;
          int b = 10;
          int c = 0x10;
          int d = 0b10;
          int e = 007;
          long f = 0L;
          double g = 010.5;
        }
        """);
  }

  @Test
  void survivesANumberThatIsNone() {
    rule.survives(
        """
        class Sample { int a = 08; int b = 010 }
        """);
  }
}
