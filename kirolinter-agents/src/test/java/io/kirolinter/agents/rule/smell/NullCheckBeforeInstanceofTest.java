package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class NullCheckBeforeInstanceofTest {

  private final RuleHarness rule = RuleHarness.of(new NullCheckBeforeInstanceof());

  @Test
  void removesTheCheck() {
    rule.fixes(
        """
        class A {
          Object x;
          boolean a(Object o, boolean b) {
            if (o != null && o instanceof String) { b = true; }
            if (b && (null != this.x) && (this.x instanceof String s && b)) { return false; }
            b = b && x != null
                && x instanceof String;
            return o == null || !(o instanceof String);
          }
        }
        """,
        """
        class A {
          Object x;
          boolean a(Object o, boolean b) {
            if (o instanceof String) { b = true; }
            if (b && (null != this.x) && (this.x instanceof String s && b)) { return false; }
            b = b && x instanceof String;
            return !(o instanceof String);
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a(Object o) {
            return o != null // some have none // finding: false for null
                && o instanceof String;
          }
        }
        """);
  }

  @Test
  void leavesOtherChecksAlone() {
    rule.isSilentOn(
        """
        class A {
          Object next() { return this; }
          boolean a(Object o, Object p, Object[] q) {
            return o != null && p instanceof String
                || o == null && o instanceof String
                || o == null || o instanceof String
                || next() != null && next() instanceof String
                || o != p && o instanceof String
                || o != null || !(o instanceof String)
                || o != null && !(o instanceof String);
          }
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class A { boolean a(Object o) { return o != null && ; } boolean b(Object o) { return o == null || !; } }
        """);
  }
}
