package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnusedPrivateFieldTest {

  private final RuleHarness rule = RuleHarness.of(new UnusedPrivateField());

  @Test
  void reportsFieldsThatAreNamedNowhere() {
    rule.reports(
        """
        class A {
          private int a; // finding: private field 'a' is never used
          private static final String B = "x"; // finding: 'B'
          private int c;
          int d;
          int e() {
            return this.c;
          }
        }
        """);
  }

  @Test
  void leavesFieldsWithAHintOfUseAlone() {
    rule.isSilentOn(
        """
        class A {
          private static final long serialVersionUID = 1L;
          @Deprecated private int annotated;
          private int byName;
          Object f = find("byName");
          Object find(String name) {
            return name;
          }
          private record R(int x, String y) {}
        }
        """);
  }

  @Test
  void leavesAnnotatedClassesAlone() {
    rule.isSilentOn(
        """
        @Generated
        class A {
          private int a;
          class B {
            private int b;
          }
        }
        @interface Generated {}
        """);
  }

  @Test
  void looksIntoClassesWithHarmlessAnnotations() {
    rule.reports(
        """
        @SuppressWarnings("unchecked")
        class A {
          private int l; // finding: 'l'
          record R(int x) {
            private static final int C = 1; // finding: 'C'
          }
        }
        """);
  }

  @Test
  void standsDownOnSyntaxErrors() {
    rule.survives(
        """
        class A { private int a; private ; private int }
        """);
  }
}
