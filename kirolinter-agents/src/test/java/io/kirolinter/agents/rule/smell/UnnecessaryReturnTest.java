package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnnecessaryReturnTest {

  private final RuleHarness rule = RuleHarness.of(new UnnecessaryReturn());

  @Test
  void removesTheReturn() {
    rule.fixes(
        """
        class A {
          A() {
            super();
            return;
          }
          void a(int x) {
            if (x > 0) {
              return;
            }
            a(1);
            return;
          }
          void b() { return; }
        }
        """,
        """
        class A {
          A() {
            super();
          }
          void a(int x) {
            if (x > 0) {
              return;
            }
            a(1);
          }
          void b() { }
        }
        """);
  }

  @Test
  void offersNoFixNextToAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          void a() {
            return; // nothing to do // finding: ends here anyway
          }
        }
        """);
  }

  @Test
  void leavesReturnsThatMatterAlone() {
    rule.isSilentOn(
        """
        class A {
          int a() {
            return 1;
          }
          Runnable b = () -> { return; };
          void c(int x) {
            if (x > 0) return;
            switch (x) {
              case 1:
                return;
              default:
                c(1);
            }
          }
        }
        """);
  }

  @Test
  void survivesAnUnfinishedMethod() {
    rule.survives(
        """
        class A { void a() { return; void b() { return } }
        """);
  }
}
