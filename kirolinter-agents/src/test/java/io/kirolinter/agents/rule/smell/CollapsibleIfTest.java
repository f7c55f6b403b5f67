package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class CollapsibleIfTest {

  private final RuleHarness rule = RuleHarness.of(new CollapsibleIf());

  @Test
  void joinsTheConditions() {
    rule.fixes(
        """
        class A {
          int a(int i, int j, boolean b, Object o) {
            if (i > 0) {
              if (j > 0) {
                // both
                i++;

                j++;
              }
            }
            if (b) {
              i = 1;
            } else if (i > 0 || b) {
              if (b || j > 1) {
                if (o != null) {
                  return 1;
                }
              }
            }
            if (o instanceof String s) {
              if (s.isEmpty()) {
                return 2;
              }
            }
            if (b) { if (i > 2) { j--; } }
            return i;
          }
        }
        """,
        """
        class A {
          int a(int i, int j, boolean b, Object o) {
            if (i > 0 && j > 0) {
              // both
              i++;

              j++;
            }
            if (b) {
              i = 1;
            } else if ((i > 0 || b) && (b || j > 1) && o != null) {
              return 1;
            }
            if (o instanceof String s && s.isEmpty()) {
              return 2;
            }
            if (b && i > 2) { j--; }
            return i;
          }
        }
        """);
  }

  @Test
  void offersNoFixWhereAPersonMustDecide() {
    rule.reportsWithoutFix(
        """
        class A {
          void a(int i, int j, boolean b) {
            if (i > 0) { // finding: join
              // only then
              if (j > 0) {
                i++;
              }
            }
            if (i > 0) { // finding: join
              if (j > 0) {
                i++;
              }
              // otherwise nothing
            }
            if (i > 0) { // finding: join
              if (j > 0)
                i++;
            }
            if (i > 0) { // finding: join
              if (j > 0) {
            i++;
              }
            }
            if (i > 0) { // finding: join
              if (j > 0) {
                a(1, \"""
                    x\""".length(), b);
              }
            }
            if (i > 0 && j > 0 && i + j > 1000000 && i - j > 10000000) { // finding: join
              if (j > 0 && i > 0 && i + j > 1000000 && i - j > 10000000) {
                i++;
              }
            }
            if (i > 0 // finding: join
                && j > 0) {
              if (b) {
                i++;
              }
            }
          }
        }
        """);
  }

  @Test
  void leavesOtherNestingAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(int i, int j) {
            if (i > 0) {
              if (j > 0) {
                i++;
              } else {
                j++;
              }
            }
            if (i > 0) {
              if (j > 0) {
                i++;
              }
              j++;
            }
            if (i > 0) {
              if (j > 0) {
                i++;
              }
            } else {
              j++;
            }
            if (i > 0)
              if (j > 0) i++;
          }
        }
        """);
  }

  @Test
  void survivesHalfAnIf() {
    rule.survives(
        """
        class A { void a(int i) { if (i > ) { if () { i++; } } if (i { if (i > 0) { } } } }
        """);
  }
}
