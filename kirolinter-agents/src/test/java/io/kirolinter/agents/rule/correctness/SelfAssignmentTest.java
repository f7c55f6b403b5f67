package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SelfAssignmentTest {

  private final RuleHarness rule = RuleHarness.of(new SelfAssignment());

  @Test
  void reportsAVariableThatGetsItsOwnValue() {
    rule.reports(
        """
        class Sample {
          int size;

          void set(int sise, int[] all, int i) {
            size = size; // finding: 'size' is assigned to itself
            this.size = this.size; // finding: 'this.size'
            all[i] = (all[i]); // finding:
            int other = sise = sise; // finding:
          }
        }
        """);
  }

  @Test
  void reportsAFieldThatGetsItselfThroughThis() {
    rule.reports(
        """
        class Sample {
          int size;

          void set(int sise) {
            this.size = size; // finding: 'this.size' is assigned to itself
          }
        }
        """);
  }

  @Test
  void acceptsAParameterThatGoesToItsField() {
    rule.isSilentOn(
        """
        class Sample {
          int size;

          Sample(int size) {
            this.size = size;
          }

          void copy(Sample other) {
            size = other.size;
            other.size = size;
          }
        }
        """);
  }

  @Test
  void acceptsCallsAndSteps() {
    rule.isSilentOn(
        """
        class Sample {
          void shift(int[] all, int i) {
            all[i++] = all[i++];
            all[next()] = all[next()];
          }
        }
        """);
  }

  @Test
  void acceptsVolatileFieldsWhoseWriteIsSeenByOthers() {
    rule.isSilentOn(
        """
        class Sample {
          volatile int state;

          void publish() {
            state = state;
          }
        }
        """);
  }

  @Test
  void survivesAMissingValue() {
    rule.survives(
        """
        class Sample { int a; void run() { a = ; this.a = this.; = a; } }
        """);
  }
}
