package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class AssignmentInConditionTest {

  private final RuleHarness rule = RuleHarness.of(new AssignmentInCondition());

  @Test
  void reportsAnAssignmentThatReadsLikeAComparison() {
    rule.reports(
        """
        class Sample {
          boolean done;

          void run(boolean a, Sample other) {
            if (a = true) { // finding: 'a' is assigned, not compared
              call();
            }
            while (done = a) { // finding: 'done'
              call();
            }
            do {
              call();
            } while (this.done = other.done); // finding: 'this.done'
          }
        }
        """);
  }

  @Test
  void acceptsResultsThatAreKept() {
    rule.isSilentOn(
        """
        class Sample {
          void run(boolean a, boolean b) {
            if (a = call()) {
              call();
            }
            while ((a = b)) {
              call();
            }
            if (a == b) {
              call();
            }
            do {
              call();
            } while (a);
          }
        }
        """);
  }

  @Test
  void survivesAMissingValue() {
    rule.survives(
        """
        class Sample { void run(boolean a) { if (a = ) call(); while ( = a) call(); } }
        """);
  }
}
