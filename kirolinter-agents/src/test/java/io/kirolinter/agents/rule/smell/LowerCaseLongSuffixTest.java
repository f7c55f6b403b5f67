package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LowerCaseLongSuffixTest {

  private final RuleHarness rule = RuleHarness.of(new LowerCaseLongSuffix());

  @Test
  void writesTheSuffixInUpperCase() {
    rule.fixes(
        """
        class A {
          long a = 10l + 0xfl - 1L + 1_000l;
          long b = -1l;
          int c = 1;
        }
        """,
        """
        class A {
          long a = 10L + 0xfL - 1L + 1_000L;
          long b = -1L;
          int c = 1;
        }
        """);
  }

  @Test
  void namesTheLiteral() {
    rule.reports(
        """
        class A {
          long a = 10l; // finding: '10l' ends with
        }
        """);
  }

  @Test
  void survivesAnUnfinishedLiteral() {
    rule.survives(
        """
        class A { long a = 0xl; long b = 10l }
        """);
  }
}
