package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class FinalizerTest {

  private final RuleHarness rule = RuleHarness.of(new Finalizer());

  @Test
  void reportsFinalizers() {
    rule.reportsWithoutFix(
        """
        class A {
          @Override
          protected void finalize() throws Throwable { // finding: Cleaner
            super.finalize();
          }
          static class B {
            @Override public final void finalize() { // finding:
              System.out.println();
            }
          }
          static class C {
            @Override protected void finalize() {} // finding:
          }
        }
        """);
  }

  @Test
  void leavesOtherMethodsAlone() {
    rule.isSilentOn(
        """
        class A {
          void finalize(int x) {}
          void finish() {}
          static class B {
            @Override protected final void finalize() {}
          }
          static class C<T> {
            static int finalize(String s) {
              return 1;
            }
          }
        }
        """);
  }

  @Test
  void survivesAMissingBody() {
    rule.survives(
        """
        class A { protected void finalize() throws
        """);
  }
}
