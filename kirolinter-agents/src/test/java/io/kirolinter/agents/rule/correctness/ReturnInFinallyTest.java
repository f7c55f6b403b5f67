package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ReturnInFinallyTest {

  private final RuleHarness rule = RuleHarness.of(new ReturnInFinally());

  @Test
  void reportsEveryJumpOutOfTheBlock() {
    rule.reportsWithoutFix(
        """
        class Sample {
          int run(boolean bad) {
            for (int i = 0; ; i++) {
              try {
                call();
              } finally {
                if (bad) {
                  throw new IllegalStateException(); // finding: leaves the finally block
                }
                switch (i) {
                  case 1:
                    continue; // finding:
                  default:
                    break;
                }
                if (i == 2) {
                  break; // finding:
                }
                return 1; // finding:
              }
            }
          }
        }
        """);
  }

  @Test
  void reportsALabelOutside() {
    rule.reports(
        """
        class Sample {
          void run() {
            out:
            while (true) {
              try {
                call();
              } finally {
                while (true) {
                  break out; // finding:
                }
              }
            }
          }
        }
        """);
  }

  @Test
  void acceptsJumpsThatStayInside() {
    rule.isSilentOn(
        """
        class Sample {
          void run(int[] all) {
            try {
              call();
            } finally {
              in:
              for (int one : all) {
                for (int i = 0; i < one; i++) {
                  if (i == 3) continue in;
                  if (i == 4) break in;
                  if (i == 5) break;
                }
                continue;
              }
              do {
                break;
              } while (true);
              while (true) {
                break;
              }
            }
          }
        }
        """);
  }

  @Test
  void acceptsCodeThatRunsElsewhere() {
    rule.isSilentOn(
        """
        class Sample {
          void run() {
            try {
              call();
            } finally {
              later(() -> {
                return;
              });
              later(new Runnable() {
                public void run() {
                  return;
                }
              });
            }
          }
        }
        """);
  }

  @Test
  void acceptsWhatAnInnerTryMayCatchAndExceptionsAtHand() {
    rule.isSilentOn(
        """
        class Sample {
          void run(RuntimeException first) {
            try {
              call();
            } finally {
              try {
                throw new IllegalStateException();
              } catch (IllegalStateException e) {
                call();
              }
              if (first != null) {
                throw first;
              }
            }
          }
        }
        """);
  }

  @Test
  void survivesAFinallyWithoutBlock() {
    rule.survives(
        """
        class Sample { int run() { try { call(); } finally return 1; } }
        """);
  }
}
