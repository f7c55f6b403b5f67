package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class EqualsNullTest {

  private final RuleHarness rule = RuleHarness.of(new EqualsNull());

  @Test
  void comparesWithNull() {
    rule.fixes(
        """
        class Sample {
          boolean run(String a, Object b) {
            return a.equals(null) || !b.equals((null)) && true == a.equals(null);
          }
        }
        """,
        """
        class Sample {
          boolean run(String a, Object b) {
            return a == null || b != null && true == (a == null);
          }
        }
        """);
  }

  @Test
  void reportsWithoutFixWhereACallOrCommentStands() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(String a) {
            return a.trim().equals(null) // finding: compare with ==
                || a.equals(/* nothing */ null); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsOtherQuestions() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(String a, Object b) {
            assertFalse(a.equals(null));
            assertTrue(!a.equals(null));
            java.util.Objects.equals(a, null);
            return a.equals(b) || equals(null) || a == null || super.equals(null);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { boolean run(String a) { return a.equals(null ; } }
        """);
  }
}
