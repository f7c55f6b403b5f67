package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnconditionalRecursionTest {

  private final RuleHarness rule = RuleHarness.of(new UnconditionalRecursion());

  @Test
  void reportsAMethodThatOnlyCallsItself() {
    rule.reportsWithoutFix(
        """
        class Sample {
          int size() {
            return size(); // finding: only calls itself
          }

          void set(int a, String b) {
            this.set(a, b); // finding:
            done();
          }
        }
        """);
  }

  @Test
  void acceptsOverloadsAndOtherReceivers() {
    rule.isSilentOn(
        """
        class Sample {
          int size() {
            return other.size();
          }

          int find(int a, int b) {
            return find(b, a);
          }

          int find(int a) {
            return find(a, 0);
          }

          int find(long a) {
            return find((int) a);
          }

          int count() {
            return super.count();
          }
        }
        """);
  }

  @Test
  void acceptsACallThatSomethingStandsBefore() {
    rule.isSilentOn(
        """
        class Sample {
          int sum(int a) {
            if (a == 0) {
              return 0;
            }
            return sum(a);
          }

          void run() {
            done();
            run();
          }

          void nothing() {}

          void empty() {
            return;
          }
        }
        """);
  }

  @Test
  void acceptsAMethodWithoutBody() {
    rule.isSilentOn(
        """
        interface Sample {
          void run();
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { int run(int a) { return run(; } int two( { two(); } }
        """);
  }
}
