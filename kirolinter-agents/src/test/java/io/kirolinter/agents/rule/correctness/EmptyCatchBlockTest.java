package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class EmptyCatchBlockTest {

  private final RuleHarness rule = RuleHarness.of(new EmptyCatchBlock());

  @Test
  void reportsAnExceptionThatIsForgotten() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run() {
            try {
              call();
            } catch (RuntimeException e) { // finding: without a word why
            }
          }
        }
        """);
  }

  @Test
  void reportsEachOfSeveral() {
    rule.reports(
        """
        class Sample {
          void run() {
            try {
              call();
            } catch (IllegalStateException e) { // finding:
            } catch (IllegalArgumentException | ArithmeticException e) {} // finding:
          }
        }
        """);
  }

  @Test
  void acceptsACommentInsideOrBehind() {
    rule.isSilentOn(
        """
        class Sample {
          void run() {
            try {
              call();
            } catch (IllegalStateException e) {
              // it was stopped already
            } catch (IllegalArgumentException e) { /* as documented */ }
            try {
              call();
            } catch (RuntimeException e) {} // not our problem
          }
        }
        """);
  }

  @Test
  void acceptsANameThatTells() {
    rule.isSilentOn(
        """
        class Sample {
          void run() {
            try {
              call();
            } catch (IllegalStateException ignored) {
            } catch (IllegalArgumentException expected) {
            } catch (ArithmeticException toBeIgnored) {
            }
          }
        }
        """);
  }

  @Test
  void acceptsABlockThatDoesSomething() {
    rule.isSilentOn(
        """
        class Sample {
          int run() {
            try {
              return call();
            } catch (RuntimeException e) {
              return 0;
            }
          }
        }
        """);
  }

  @Test
  void survivesACatchWithoutBlock() {
    rule.survives(
        """
        class Sample { void run() { try { call(); } catch (Exception e) } }
        """);
  }
}
