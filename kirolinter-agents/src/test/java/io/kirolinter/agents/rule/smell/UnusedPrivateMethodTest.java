package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnusedPrivateMethodTest {

  private final RuleHarness rule = RuleHarness.of(new UnusedPrivateMethod());

  @Test
  void reportsMethodsThatAreNamedNowhere() {
    rule.reports(
        """
        class A {
          private void a() {} // finding: private method 'a' is never called
          private static int b(int x) { // finding: 'b'
            return x;
          }
          private void c() {}
          void d() {
            Runnable r = this::c;
          }
          private A() {}
        }
        """);
  }

  @Test
  void leavesMethodsWithAHintOfUseAlone() {
    rule.isSilentOn(
        """
        class A {
          private void readObject(java.io.ObjectInputStream in) {}
          private Object readResolve() {
            return this;
          }
          private native void fromOutside();
          @Deprecated private void annotated() {}
          private void byName() {}
          Object e = find("byName");
          Object find(String name) {
            return name;
          }
          private void overloaded() {}
          private void overloaded(int x) {}
        }
        """);
  }

  @Test
  void standsDownOnSyntaxErrors() {
    rule.survives(
        """
        class A { private void a() {} private void ( {} private int b }
        """);
  }
}
