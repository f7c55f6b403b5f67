package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class IdenticalBranchesTest {

  private final RuleHarness rule = RuleHarness.of(new IdenticalBranches());

  @Test
  void reportsAnIfThatDecidesNothing() {
    rule.reportsWithoutFix(
        """
        class Sample {
          int run(int a) {
            if (a > 0) { // finding: both branches
              return  a;
            } else {
              return a;
            }
          }
        }
        """);
  }

  @Test
  void reportsBranchesWithAndWithoutBraces() {
    rule.reports(
        """
        class Sample {
          void run(int a) {
            if (a > 0) // finding:
              call(a);
            else {
              call(a);
            }
          }
        }
        """);
  }

  @Test
  void reportsAConditionalExpression() {
    rule.reports(
        """
        class Sample {
          int run(int a) {
            return a > 0 ? call(a) : (call(a)); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsDifferentBranches() {
    rule.isSilentOn(
        """
        class Sample {
          int run(int a) {
            if (a > 0) {
              call(a);
            } else if (a < 0) {
              call(a);
            }
            if (a == 0) {
            } else {
            }
            if (a == 1) {
              call(a);
            } else {
              call(-a);
            }
            return a > 0 ? 1 : 2;
          }
        }
        """);
  }

  @Test
  void acceptsBranchesThatACommentExplains() {
    rule.isSilentOn(
        """
        class Sample {
          void run(int a) {
            if (a > 0) {
              call(a); // will be sent to another queue
            } else {
              call(a);
            }
          }
        }
        """);
  }

  @Test
  void survivesAMissingBranch() {
    rule.survives(
        """
        class Sample { int run(int a) { if (a > 0) else return a > 0 ? : ; } }
        """);
  }
}
