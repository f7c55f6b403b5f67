package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RedundantSuperCallTest {

  private final RuleHarness rule = RuleHarness.of(new RedundantSuperCall());

  @Test
  void removesTheCall() {
    rule.fixes(
        """
        class A {
          A() {
            super();
          }
          A(int x) {
            super();
            hashCode();
          }
          A(long x) { super(); }
        }
        """,
        """
        class A {
          A() {
          }
          A(int x) {
            hashCode();
          }
          A(long x) { }
        }
        """);
  }

  @Test
  void offersNoFixNextToAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          A() {
            super(); // of Object // finding: called anyway
          }
          A(int x) {
            // first of all
            super(); // finding: called anyway
          }
        }
        """);
  }

  @Test
  void leavesOtherCallsAlone() {
    rule.isSilentOn(
        """
        class A extends Exception {
          A() {
            this("x");
          }
          A(String x) {
            super(x);
            super.getMessage();
          }
          class Inner {}
          static class Other extends Inner {
            Other(A a) {
              a.super();
            }
          }
        }
        """);
  }

  @Test
  void survivesHalfACall() {
    rule.survives(
        """
        class A { A() { super( ; } A(int x) { super() } }
        """);
  }
}
