package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LoneIfInElseTest {

  private final RuleHarness rule = RuleHarness.of(new LoneIfInElse());

  @Test
  void usesElseIf() {
    rule.fixes(
        """
        class A {
          void a(int i, int j) {
            if (i > 0) {
              i++;
            } else {
              if (j > 0) {
                j++; // more
              } else {
                /* less
                 * of it */
                j--;
              }
            }
            if (i > 0) {
              i++;
            }
            else
            {
              if (j > 0)
                j++;
            }
            if (i > 0) i++; else{if (j > 0) j++;}
            if (i > 0) {
              i++;
            } else if (i < 0) {
              i--;
            } else {
              if (j > 0) {
                j++;
              }
            }
          }
        }
        """,
        """
        class A {
          void a(int i, int j) {
            if (i > 0) {
              i++;
            } else if (j > 0) {
              j++; // more
            } else {
              /* less
               * of it */
              j--;
            }
            if (i > 0) {
              i++;
            }
            else if (j > 0)
              j++;
            if (i > 0) i++; else if (j > 0) j++;
            if (i > 0) {
              i++;
            } else if (i < 0) {
              i--;
            } else if (j > 0) {
              j++;
            }
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
            if (i > 0) {
              i++;
            } else {
              // only then
              if (j > 0) { // finding: use else if
                j++;
              }
            }
            if (i > 0) {
              i++;
            } else {
              if (j > 0) { // finding: use else if
                j++;
              }
              // otherwise nothing
            }
            if (b)
              if (i > 0) {
                i++;
              } else {
                if (j > 0) // finding: use else if
                  j++;
              }
            else
              i--;
            if (i > 0) {
              i++;
            } else { int k; { if (j > 0) { } else { if (b) { // finding: use else if
                i++;
              } } } }
          }
        }
        """);
  }

  @Test
  void leavesOtherElsesAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(int i, int j) {
            if (i > 0) {
              i++;
            } else if (j > 0) {
              j++;
            } else {
              if (j < 0) {
                i--;
              }
              j--;
            }
            if (i > 0) { i++; } else { while (j > 0) { j--; } }
          }
        }
        """);
  }

  @Test
  void survivesHalfAnElse() {
    rule.survives(
        """
        class A { void a(int i) { if (i > 0) { } else { if ( } if (i > 0) else { if (i > 1) { } } }
        """);
  }
}
