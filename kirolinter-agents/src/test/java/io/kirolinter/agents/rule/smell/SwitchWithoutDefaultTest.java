package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SwitchWithoutDefaultTest {

  private final RuleHarness rule = RuleHarness.of(new SwitchWithoutDefault());

  @Test
  void reportsSwitchesOverOpenValues() {
    rule.reportsWithoutFix(
        """
        class A {
          void a(int i, String s) {
            switch (i) { // finding: no case of the switch takes the other values
              case 1:
              case 2:
                i++;
            }
            switch (s) { // finding:
              case "a", "b" -> i++;
              case "c" -> i--;
            }
          }
        }
        """);
  }

  @Test
  void leavesOtherSwitchesAlone() {
    rule.isSilentOn(
        """
        class A {
          enum E { X, Y }
          void a(int i, E e, String s) {
            switch (e) {
              case X: i++; break;
              case Y: i--;
            }
            switch (i) {
              case 1: i++; break;
              default:
            }
            switch (s) {
              case "a" -> i++;
              default -> i--;
            }
            switch (i) {}
            int j = switch (s) { case "a" -> 1; default -> 2; };
          }
        }
        """);
  }

  @Test
  void survivesHalfASwitch() {
    rule.survives(
        """
        class A { void a(int i) { switch (i) { case 1: case : i++; } switch ( } }
        """);
  }
}
