package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BooleanLiteralComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new BooleanLiteralComparison());

  @Test
  void reportsComparisonsOfPrimitiveBooleans() {
    rule.reports(
        """
        class A {
          boolean field;
          boolean a(boolean x, Boolean boxed, int n) {
            boxed = boxed == true;
            boolean c = a(x, boxed, n) == true;
            boolean d = true == false;
            return x == true // finding: need not be compared with true
                || this.field != true // finding: use !
                || false == (n > 0) // finding: use !
                || n == 1;
          }
        }
        """);
  }

  @Test
  void dropsTheLiteral() {
    rule.fixes(
        """
        class A {
          boolean field;
          boolean a(boolean x, Object o, int n) {
            while (x == true) {
              x = x!=true;
            }
            boolean b = true == x;
            b = false != (x || b);
            b = (n > 1) == false;
            b = n > 1 == false;
            b = n == 1 == true;
            b = !x == false;
            b = o instanceof String == false;
            return this.field == false && (x & b == false);
          }
        }
        """,
        """
        class A {
          boolean field;
          boolean a(boolean x, Object o, int n) {
            while (x) {
              x = !x;
            }
            boolean b = x;
            b = (x || b);
            b = !(n > 1);
            b = !(n > 1);
            b = n == 1;
            b = !(!x);
            b = !(o instanceof String);
            return !this.field && (x & !b);
          }
        }
        """);
  }

  @Test
  void offersNoFixOverACommentOrAPattern() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a(boolean x, Object o) {
            return x == /* sure */ true // finding:
                || (o instanceof String s && !s.isEmpty()) == true; // finding:
          }
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class A { boolean a(boolean x) { return x == ; } boolean b(boolean x) { return == true; } }
        """);
  }
}
