package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class DroppedExceptionTest {

  private final RuleHarness rule = RuleHarness.of(new DroppedException());

  @Test
  void reportsAnExceptionThatNobodyThrows() {
    rule.reports(
        """
        class Sample {
          void run(int a) {
            if (a < 0) {
              new IllegalArgumentException("a"); // finding: never thrown
            }
            new AssertionError(); // finding:
            new java.io.IOException("x", null); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsExceptionsThatAreUsed() {
    rule.isSilentOn(
        """
        class Sample {
          void run(java.util.List<Exception> all) {
            all.add(new IllegalStateException());
            new IllegalStateException().printStackTrace();
            new Thread();
            new CompilationError(all);
            throw new IllegalStateException();
          }
        }
        """);
  }

  @Test
  void survivesANewWithoutType() {
    rule.survives(
        """
        class Sample { void run() { new ; new Exception( ; } }
        """);
  }
}
