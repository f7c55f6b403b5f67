package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class NegatedEqualityTest {

  private final RuleHarness rule = RuleHarness.of(new NegatedEquality());

  @Test
  void usesTheOppositeOperator() {
    rule.fixes(
        """
        class A {
          boolean a(int i, int j, Object o, boolean b) {
            boolean c = !(i == j) && !(o != null);
            c = b == !(i == j);
            c = !(i != j) == b;
            if (!( i==j )) {
              return !(((i)) == (j));
            }
            return b ? !(o == null) : a(1, 2, o, !(i != j));
          }
        }
        """,
        """
        class A {
          boolean a(int i, int j, Object o, boolean b) {
            boolean c = i != j && o == null;
            c = b == (i != j);
            c = (i == j) == b;
            if (i!=j) {
              return ((i)) != (j);
            }
            return b ? o != null : a(1, 2, o, i == j);
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a(int i, int j) {
            return !(i == /* the other */ j) // finding: use !=
                || !(i != j /* still */) // finding: use ==
                || !(/* no */ i == j); // finding: use !=
          }
        }
        """);
  }

  @Test
  void leavesOtherNegationsAlone() {
    rule.isSilentOn(
        """
        class A {
          boolean a(double i, double j, boolean b, Object o) {
            return !(i < j) && !b && !(b && i == j) && !(o instanceof String) && !(b == true);
          }
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class A { boolean a = !( == 1); boolean b = !(1 != ); boolean c = !( ; }
        """);
  }
}
