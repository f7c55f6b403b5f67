package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class EmptyBlockTest {

  private final RuleHarness rule = RuleHarness.of(new EmptyBlock());

  @Test
  void removesWhatDoesNothing() {
    rule.fixes(
        """
        class A {
          static {
          }
          {}
          void a(int i) throws Exception {
            if (i > 0) {
              i++;
            } else {
            }
            if (i > 0) i++; else if (i < 0) i--; else {}
            try {
              i++;
            } catch (RuntimeException e) {
              i--;
            } finally {
            }
            try (java.io.Reader r = null) {
              i++;
            }
            finally {}
          }
        }
        """,
        """
        class A {
          void a(int i) throws Exception {
            if (i > 0) {
              i++;
            }
            if (i > 0) i++; else if (i < 0) i--;
            try {
              i++;
            } catch (RuntimeException e) {
              i--;
            }
            try (java.io.Reader r = null) {
              i++;
            }
          }
        }
        """);
  }

  @Test
  void offersNoFixWhereAPersonMustDecide() {
    rule.reportsWithoutFix(
        """
        class A {
          void a(int i) {
            if (i > 0) {} // finding: the if does nothing
            try {
              i++;
            } finally {} // finding: the finally does nothing
            if (i > 0)
              if (i > 1) i++; else {} // finding: the else does nothing
            else i--;
            if (i > 0) {
              i++;
            } // the rest is done
            else {} // finding: the else does nothing
          }
        }
        """);
  }

  @Test
  void leavesOtherBlocksAlone() {
    rule.isSilentOn(
        """
        class A {
          static { // none
          }
          { a(1); }
          void a(int i) {
            if (i > 0) {
              // nothing to do
            } else if (i < 0) {
              i++;
            }
            if (i == 1) {} else { i++; }
            while (i-- > 0) {}
            try { i++; } finally { /* later */ }
          }
          void b() {}
          Runnable c = () -> {};
        }
        """);
  }

  @Test
  void survivesHalfABlock() {
    rule.survives(
        """
        class A { void a(int i) { if (i > 0) else {} try { finally {} } static {
        """);
  }
}
