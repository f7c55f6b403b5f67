package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RethrownExceptionTest {

  private final RuleHarness rule = RuleHarness.of(new RethrownException());

  @Test
  void removesTheCatchClause() {
    rule.fixes(
        """
        class A {
          void a() throws Exception {
            try {
              b();
            } catch (IllegalStateException e) {
              b();
            } catch (RuntimeException e) {
              throw e;
            } catch (final Exception e) {
              throw e;
            }
            try {
              b();
            }
            catch (Exception e) {
              throw e;
            }
            finally {
              b();
            }
            try (java.io.Reader r = null) { b(); } catch (Exception e) { throw e; }
          }
          void b() throws Exception {}
        }
        """,
        """
        class A {
          void a() throws Exception {
            try {
              b();
            } catch (IllegalStateException e) {
              b();
            }
            try {
              b();
            }
            finally {
              b();
            }
            try (java.io.Reader r = null) { b(); }
          }
          void b() throws Exception {}
        }
        """);
  }

  @Test
  void offersNoFixWhereTheTryWouldBeLeftOver() {
    rule.reportsWithoutFix(
        """
        class A {
          void a() {
            try {
              hashCode();
            } catch (RuntimeException e) { // finding: only thrown again
              throw e;
            }
            try {
              hashCode();
            } // the usual
            catch (RuntimeException e) { // finding: only thrown again
              throw e;
            } finally { hashCode(); }
          }
        }
        """);
  }

  @Test
  void leavesClausesWithAPurposeAlone() {
    rule.isSilentOn(
        """
        class A {
          RuntimeException other;
          void a() throws Exception {
            try {
              hashCode();
            } catch (RuntimeException e) {
              throw e;
            } catch (Exception e) {
              throw new Exception(e);
            }
            try {
              hashCode();
            } catch (RuntimeException e) {
              throw e; // not wrapped
            } finally { hashCode(); }
            try {
              hashCode();
            } catch (RuntimeException e) {
              throw other;
            } finally { hashCode(); }
            try {
              hashCode();
            } catch (RuntimeException e) {
              hashCode();
              throw e;
            } finally { hashCode(); }
          }
        }
        """);
  }

  @Test
  void survivesHalfACatch() {
    rule.survives(
        """
        class A { void a() { try { } catch (Exception e) { throw e } finally { } try { } catch ( { throw e; } } }
        """);
  }
}
