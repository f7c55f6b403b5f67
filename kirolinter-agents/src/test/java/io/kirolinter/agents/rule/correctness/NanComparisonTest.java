package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class NanComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new NanComparison());

  @Test
  void asksIsNaNInstead() {
    rule.fixes(
        """
        class Sample {
          boolean run(double d, float f) {
            return d == Double.NaN || d * 2 != Double.NaN && Float.NaN == (f + 1);
          }
        }
        """,
        """
        class Sample {
          boolean run(double d, float f) {
            return Double.isNaN(d) || !Double.isNaN(d * 2) && Float.isNaN(f + 1);
          }
        }
        """);
  }

  @Test
  void reportsAnOrderThatCannotBe() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(double d) {
            return d < Double.NaN // finding: always false
                || d >= java.lang.Double.NaN; // finding: always false
          }
        }
        """);
  }

  @Test
  void saysThatUnequalIsAlwaysTrue() {
    rule.reports(
        """
        class Sample {
          boolean run(double d) {
            return d != Double.NaN; // finding: always true
          }
        }
        """);
  }

  @Test
  void leavesTheFixToPeopleWhereAComment() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(double d) {
            return d == /* not a number */ Double.NaN; // finding: always false
          }
        }
        """);
  }

  @Test
  void acceptsOtherNumbers() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(double d) {
            return d == Double.MAX_VALUE || d == Other.NaN || d == NaN || Double.isNaN(d);
          }
        }
        """);
  }

  @Test
  void survivesAMissingOperand() {
    rule.survives(
        """
        class Sample { boolean run(double d) { return == Double.NaN || Double. == d; } }
        """);
  }
}
