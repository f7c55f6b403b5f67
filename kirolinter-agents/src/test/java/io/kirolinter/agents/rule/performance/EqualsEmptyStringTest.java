package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class EqualsEmptyStringTest {

  private final RuleHarness rule = RuleHarness.of(new EqualsEmptyString());

  @Test
  void asksForEmptinessInstead() {
    rule.fixes(
        """
        class A {
          String name = "";
          boolean a(String s, Object o) {
            return s.equals("") || !this.name.equals( "" ) || s.trim().equals("") && o.toString()
                .equals("");
          }
        }
        """,
        """
        class A {
          String name = "";
          boolean a(String s, Object o) {
            return s.isEmpty() || !this.name.isEmpty() || s.trim().isEmpty() && o.toString()
                .isEmpty();
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a(String s) {
            return s.equals(/* nothing */ ""); // finding: isEmpty
          }
        }
        """);
  }

  @Test
  void leavesOtherComparisonsAlone() {
    rule.isSilentOn(
        """
        class A {
          boolean a(Object o, CharSequence c, String s) {
            return o.equals("") || c.equals("") || "".equals(s) || s.equals(" ") || s.equals(null) || equals("");
          }
          boolean b(String s) {
            return s.equalsIgnoreCase("") || s.contentEquals("");
          }
        }
        """);
  }

  @Test
  void leavesATypeOfTheSameNameAlone() {
    rule.isSilentOn(
        """
        class A {
          boolean a(String s) {
            return s.equals("");
          }
          static class String {}
        }
        """);
  }

  @Test
  void survivesAMissingReceiver() {
    rule.survives(
        """
        class A { boolean a(String s) { return .equals(""); } }
        """);
  }
}
