package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class HighComplexityTest {

  private final RuleHarness rule = RuleHarness.of(new HighComplexity());

  @Test
  void countsEveryDecision() {
    rule.reports(
        """
        class A {
          int a(int x, boolean y) { // finding: cyclomatic complexity of 'a' is 17, more than 15
            if (x > 0 && y || x < 9) {
              x++;
            }
            for (int i = 0; i < 3; i++) {
              x += y ? 1 : 2;
            }
            for (int each : new int[3]) {
              while (y) {
                do {
                  x++;
                } while (y);
              }
            }
            try {
              switch (x) {
                case 1:
                case 2:
                  return 1;
                default:
                  return 2;
              }
            } catch (IllegalStateException e) {
              return 3;
            } catch (RuntimeException e) {
              Runnable r = () -> {
                if (y) a(1, y);
              };
              int z = switch (x) {
                case 1, 2 -> 4;
                default -> 5;
              };
              if (z > 3) return z;
              return y ? 1 : 2;
            }
          }
        }
        """);
  }

  @Test
  void namesAConstructorByItsClass() {
    rule.reports(
        """
        class Big {
          @Deprecated
          public <T> Big(boolean y) { // finding: of 'Big' is 16
            if (y && y && y && y && y && y && y && y && y && y && y && y && y && y && y) {}
          }
        }
        """);
  }

  @Test
  void leavesFifteenPathsAndClassesInsideAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(boolean y) {
            if (y && y && y && y && y && y && y && y && y && y && y && y && y && y) {}
            new Object() {
              void b() {
                if (y && y) {}
              }
            };
          }
          abstract class C {
            abstract void d();
          }
        }
        """);
  }

  @Test
  void survivesABrokenMethod() {
    rule.survives(
        """
        class A { void (boolean y) { if (y && y && y && y && y && y && y && y && y && y && y && y && y && y && y && y) {} void }
        """);
  }
}
