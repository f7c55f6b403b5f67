package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BooleanReturnTest {

  private final RuleHarness rule = RuleHarness.of(new BooleanReturn());

  @Test
  void reportsConditionsThatReturnThemselves() {
    rule.reports(
        """
        class A {
          boolean a(int x) {
            if (x > 0) { // finding: return the condition itself
              return true;
            } else {
              return false;
            }
          }
          boolean b(int x) {
            if (x > 0) return false; // finding: return the condition itself
            return true;
          }
        }
        """);
  }

  @Test
  void returnsTheCondition() {
    rule.fixes(
        """
        class A {
          boolean a(int x, boolean y, Boolean boxed) {
            if (x == 1) {
              if (x > 0 && y) {
                return true;
              } else {
                return false;
              }
            } else if (x == 2) {
              x++;
              if (y) return false; else return true;
            } else if (x == 3) {
              if (!y) {
                return false;
              }
              return true;
            } else if (boxed) return true; else return false;
          }
          java.util.function.IntPredicate b = x -> {
            if (x > 0) return false;
            return true;
          };
        }
        """,
        """
        class A {
          boolean a(int x, boolean y, Boolean boxed) {
            if (x == 1) {
              return x > 0 && y;
            } else if (x == 2) {
              x++;
              return !y;
            } else if (x == 3) {
              return y;
            } else return boxed;
          }
          java.util.function.IntPredicate b = x -> {
            return !(x > 0);
          };
        }
        """);
  }

  @Test
  void offersNoFixNearACommentOrForABoxedCondition() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a(int x) {
            if (x > 0) { // finding: return the condition itself
              return true; // sure
            }
            return false;
          }
          boolean b(int x) {
            // noinspection RedundantIfStatement
            if (x > 0) return true; // finding: return the condition itself
            return false;
          }
          Boolean c(Boolean x) {
            if (x) return true; // finding: return the condition itself
            return false;
          }
          boolean d(Boolean y) {
            java.util.function.Function<Integer, Boolean> f = x -> {
              if (y) return true; // finding: return the condition itself
              return false;
            };
            return f.apply(1);
          }
        }
        """);
  }

  @Test
  void returnsAConditionInAClassInALambda() {
    rule.fixes(
        """
        class A {
          Runnable a = () -> {
            new Object() {
              boolean b(Boolean x) {
                if (x) return true;
                return false;
              }
            };
          };
        }
        """,
        """
        class A {
          Runnable a = () -> {
            new Object() {
              boolean b(Boolean x) {
                return x;
              }
            };
          };
        }
        """);
  }

  @Test
  void leavesRowsOfGuardsAlone() {
    rule.isSilentOn(
        """
        class A {
          public boolean equals(Object o) {
            if (this == o) {
              return true;
            }
            if (o instanceof A) {
              return true;
            }
            return false;
          }
        }
        """);
  }

  @Test
  void leavesOtherReturnsAlone() {
    rule.isSilentOn(
        """
        class A {
          boolean a(int x, boolean y) {
            if (x > 0) {
              return true;
            } else {
              return y;
            }
          }
          boolean b(int x) {
            if (x > 0) return true;
            b(1);
            if (x > 1) {
              x++;
              return true;
            }
            if (x > 2) return true; else return true;
          }
          boolean c(int x) {
            while (x > 0) if (x > 3) return true;
            if (x > 4) {
            }
            return false;
          }
          void d(int x) {
            if (x > 1) return;
          }
        }
        """);
  }

  @Test
  void survivesAnUnfinishedCondition() {
    rule.survives(
        """
        class A { boolean a() { if ( return true; else return false; } boolean b() { if (x) return true; } if }
        """);
  }
}
