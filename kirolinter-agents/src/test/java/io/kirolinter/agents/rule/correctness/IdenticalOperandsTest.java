package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class IdenticalOperandsTest {

  private final RuleHarness rule = RuleHarness.of(new IdenticalOperands());

  @Test
  void reportsAnOperandThatStandsTwice() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(boolean a, boolean b, int c, int d) {
            boolean one = a && a; // finding: stands twice
            boolean two = a || b || (a); // finding:
            int three = c | d | c; // finding:
            int four = (c & c) + (d ^ d); // finding: // finding:
            boolean five = c > d && b && c > d; // finding:
            return one && two && five && three > four;
          }
        }
        """);
  }

  @Test
  void reportsDifferencesOfOneWholeNumber() {
    rule.reports(
        """
        class Sample {
          int run(int a, long b) {
            int one = a - a; // finding: both operands
            long two = b / b; // finding:
            return one % one; // finding:
          }
        }
        """);
  }

  @Test
  void acceptsCallsLiteralsAndFloatingPoint() {
    rule.isSilentOn(
        """
        class Sample {
          double run(double d, int a, int b) {
            boolean two = next() && next();
            int bits = 1 | 1;
            int sum = a + a + a * a;
            return d - d + a - b + (inherited - inherited);
          }
        }
        """);
  }

  @Test
  void acceptsTheSameInDifferentChains() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(boolean a, boolean b, boolean c) {
            return a && b || a && c;
          }
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class Sample { boolean run(boolean a) { return a && && a; } int two(int a) { return a - ; } }
        """);
  }
}
