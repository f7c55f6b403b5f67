package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class CaseChangeComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new CaseChangeComparison());

  @Test
  void comparesWithoutRegardToCase() {
    rule.fixes(
        """
        class A {
          boolean a(String s, String t) {
            return s.toLowerCase().equals("yes") || !s.trim().toUpperCase(java.util.Locale.ROOT).equals("NO 1")
                || s.toLowerCase().equals((t.toLowerCase())) || this.toString()
                    .toUpperCase().equals(t.trim().toUpperCase());
          }
        }
        """,
        """
        class A {
          boolean a(String s, String t) {
            return s.equalsIgnoreCase("yes") || !s.trim().equalsIgnoreCase("NO 1")
                || s.equalsIgnoreCase(t) || this.toString().equalsIgnoreCase(t.trim());
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
            return s.toLowerCase(/* any */).equals("yes"); // finding: equalsIgnoreCase
          }
        }
        """);
  }

  @Test
  void leavesOtherComparisonsAlone() {
    rule.isSilentOn(
        """
        class A {
          boolean a(String s, String t, B b) {
            return s.toLowerCase().equals("Yes") || s.toUpperCase().equals("no") || s.toLowerCase().equals(t)
                || s.toLowerCase().equals(t.toUpperCase()) || s.equals(t.toLowerCase()) || b.toLowerCase().equals("x")
                || "yes".equals(s.toLowerCase()) || s.toLowerCase().equalsIgnoreCase("yes") || s.trim().equals("yes");
          }
          interface B {
            Object toLowerCase();
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class A { boolean a(String s) { return s.toLowerCase().equals(; } }
        """);
  }
}
