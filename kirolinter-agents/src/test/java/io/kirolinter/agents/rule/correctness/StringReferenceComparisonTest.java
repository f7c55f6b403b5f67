package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class StringReferenceComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new StringReferenceComparison());

  @Test
  void comparesALiteralByContent() {
    rule.fixes(
        """
        class Sample {
          boolean run(String s, Object o) {
            return s == "a" || "b" != o || (s + o) == ("c");
          }
        }
        """,
        """
        class Sample {
          boolean run(String s, Object o) {
            return "a".equals(s) || !"b".equals(o) || "c".equals(s + o);
          }
        }
        """);
  }

  @Test
  void reportsTwoStringVariables() {
    rule.reports(
        """
        class Sample {
          String name;

          boolean run(String other) {
            return other == name; // finding: by reference
          }
        }
        """);
  }

  @Test
  void suggestsEqualsForTwoVariablesAsOneMayBeNull() {
    rule.reports(
        """
        class Sample {
          boolean run(String one, String other) {
            return one != other; // finding:
          }
        }
        """);
  }

  @Test
  void leavesTheFixToPeopleWhereAComment() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(String s) {
            return s == /* interned */ "a"; // finding:
          }
        }
        """);
  }

  @Test
  void acceptsAShortCutBeforeEquals() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(String one, String other) {
            return one == other || one != null && one.equals(other);
          }
        }
        """);
  }

  @Test
  void acceptsAConstantThatStandsForNothing() {
    rule.isSilentOn(
        """
        class Sample {
          static final String NONE = new String("none");

          boolean run(String one) {
            return one == NONE || one == null || "a" == "b" || null != one;
          }
        }
        """);
  }

  @Test
  void acceptsWhatMayBeNoString() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(CharSequence one, String other, Object third) {
            return one == other || third == other || inherited == other || other == other;
          }
        }
        """);
  }

  @Test
  void survivesAMissingOperand() {
    rule.survives(
        """
        class Sample { boolean run(String a) { return == "a" || a == ; } }
        """);
  }
}
