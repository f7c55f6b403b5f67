package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class NestedConditionalTest {

  private final RuleHarness rule = RuleHarness.of(new NestedConditional());

  @Test
  void reportsConditionalsInsideConditionals() {
    rule.reportsWithoutFix(
        """
        class A {
          int a(boolean b, boolean c) {
            int i = b ? 1 : c ? 2 : 3; // finding: take the inner conditional out
            return b
                ? (c ? 1 : 2) // finding: take the inner conditional out
                : 3;
          }
        }
        """);
  }

  @Test
  void leavesSingleConditionalsAlone() {
    rule.isSilentOn(
        """
        class A {
          int a(boolean b, boolean c) {
            int i = b ? a(c ? b : c, b) : 2;
            return (b ? 1 : 2) + (c ? 1 : 2);
          }
        }
        """);
  }

  @Test
  void survivesMissingValues() {
    rule.survives(
        """
        class A { int a(boolean b) { return b ? b ? : 1 : ; } }
        """);
  }
}
