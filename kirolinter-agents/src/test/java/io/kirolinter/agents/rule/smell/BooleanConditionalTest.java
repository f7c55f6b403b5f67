package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BooleanConditionalTest {

  private final RuleHarness rule = RuleHarness.of(new BooleanConditional());

  @Test
  void dropsTheConditional() {
    rule.fixes(
        """
        class A {
          boolean a(int i, boolean b, Boolean boxed) {
            boolean c = i > 0 ? true : false;
            c = boxed ? false : true;
            c = i > 0 ? true : b;
            c = i > 0 ? false : b;
            c = i > 0 || c ? b : false;
            c = b ? (i > 1 || c) : false;
            c = (b) ? c : true;
            c = boxed ? true : i == 1;
            return !b ? false : true;
          }
        }
        """,
        """
        class A {
          boolean a(int i, boolean b, Boolean boxed) {
            boolean c = i > 0;
            c = !boxed;
            c = i > 0 || b;
            c = !(i > 0) && b;
            c = (i > 0 || c) && b;
            c = b && (i > 1 || c);
            c = !b || c;
            c = boxed || i == 1;
            return b;
          }
        }
        """);
  }

  @Test
  void leavesWhatMayBeNoBooleanAlone() {
    rule.isSilentOn(
        """
        class A {
          Object a(boolean b, Boolean boxed, java.util.Map<String, Boolean> map, A other) {
            Object o = b ? true : "no";
            o = boxed ? true : false;
            o = b ? true : boxed;
            o = b ? map.get("x") : false;
            o = b ? true : true;
            o = !boxed ? false : true;
            return b ? 1 : 0;
          }
        }
        """);
  }

  @Test
  void offersNoFixOverACommentOrAPattern() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a(Object o, boolean b) {
            boolean c = b ? true /* sure */ : o == null; // finding: not needed
            return o instanceof String s ? s == o : false; // finding: not needed
          }
        }
        """);
  }

  @Test
  void survivesMissingValues() {
    rule.survives(
        """
        class A { boolean a(boolean b) { return b ? true : ; } boolean c(boolean b) { return b ? : false; } }
        """);
  }
}
