package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class MissingOverrideTest {

  private final RuleHarness rule = RuleHarness.of(new MissingOverride());

  @Test
  void reportsMethodsOfObject() {
    rule.reports(
        """
        class A {
          public String toString() { // finding: 'toString' overrides a method of Object
            return "";
          }
          public int hashCode() { // finding: 'hashCode'
            return 1;
          }
          public boolean equals(Object other) { // finding: 'equals'
            return true;
          }
          Object b = new Object() {
            public String toString() { // finding:
              return "";
            }
          };
        }
        """);
  }

  @Test
  void addsTheAnnotation() {
    rule.fixes(
        """
        class A {
          /** Says it. */
          public final String toString() {
            return "";
          }

        	@Deprecated
        	public int hashCode() {
            return 1;
          }

          enum E {
            X { public String toString() { return ""; } }
          }

          record R(int x) {
            public boolean equals(final java.lang.Object other) {
              return true;
            }

            /* first */ public int hashCode() {
              return 1;
            }
          }
        }
        """,
        """
        class A {
          /** Says it. */
          @Override
          public final String toString() {
            return "";
          }

        	@Override
        	@Deprecated
        	public int hashCode() {
            return 1;
          }

          enum E {
            X { @Override public String toString() { return ""; } }
          }

          record R(int x) {
            @Override
            public boolean equals(final java.lang.Object other) {
              return true;
            }

            /* first */ @Override public int hashCode() {
              return 1;
            }
          }
        }
        """);
  }

  @Test
  void leavesOtherMethodsAlone() {
    rule.isSilentOn(
        """
        abstract class A {
          @Override
          public String toString() {
            return "";
          }
          @java.lang.Override
          public int hashCode() {
            return 1;
          }
          public boolean equals(A other) {
            return true;
          }
          boolean equals(Object a, Object b) {
            return true;
          }
          public static String toString(int x) {
            return "";
          }
          protected int hashCode(int x) {
            return 1;
          }
          interface I {
            String toString();
          }
        }
        """);
  }

  @Test
  void survivesHalfAMethod() {
    rule.survives(
        """
        class A { public String toString( ; public int hashCode() public boolean equals(Object ; }
        """);
  }
}
