package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class TooManyParametersTest {

  private final RuleHarness rule = RuleHarness.of(new TooManyParameters());

  @Test
  void reportsLongParameterLists() {
    rule.reportsWithoutFix(
        """
        class A {
          void a(int a, int b, int c, int d, int e, int f, int g, int h) {} // finding: 8 parameters are more than 7
          A(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {} // finding: 11 parameters are more than 10
        }
        """);
  }

  @Test
  void leavesOtherListsAlone() {
    rule.isSilentOn(
        """
        class A extends B {
          void a(int a, int b, int c, int d, int e, int f, int g) {}
          A(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {}
          @Override
          void b(int a, int b, int c, int d, int e, int f, int g, int h) {}
          record R(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {
            R {
              a = 1;
            }
          }
        }
        """);
  }

  @Test
  void survivesHalfAList() {
    rule.survives(
        """
        class A { void a(int a, int b, int c, int d, int e, int f, int g, int h, ) {} void (int a }
        """);
  }
}
