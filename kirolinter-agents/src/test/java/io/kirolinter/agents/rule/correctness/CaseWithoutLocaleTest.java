package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class CaseWithoutLocaleTest {

  private final RuleHarness rule = RuleHarness.of(new CaseWithoutLocale());

  @Test
  void passesTheRootLocale() {
    rule.fixes(
        """
        class Sample {
          String run(String s, Object o) {
            return s.toLowerCase() + o.toString().toUpperCase( ) + "I".toLowerCase();
          }
        }
        """,
        """
        class Sample {
          String run(String s, Object o) {
            return s.toLowerCase(java.util.Locale.ROOT) + o.toString().toUpperCase( java.util.Locale.ROOT) + "I".toLowerCase(java.util.Locale.ROOT);
          }
        }
        """);
  }

  @Test
  void usesTheImport() {
    rule.fixes(
        """
        import java.util.Locale;
        class Sample { String run(String s) { return s.toLowerCase(); } }
        """,
        """
        import java.util.Locale;
        class Sample { String run(String s) { return s.toLowerCase(Locale.ROOT); } }
        """);
  }

  @Test
  void acceptsLocalesAndOtherTypes() {
    rule.isSilentOn(
        """
        class Sample {
          void run(String s, java.util.Locale l, AsciiString a, char c) {
            s.toLowerCase(l);
            a.toLowerCase();
            a.copy().toLowerCase();
            Character.toLowerCase(c);
            toLowerCase();
            s.trim();
          }
          String capitalize(String s) { return s.toUpperCase(); }
        }
        """);
  }

  @Test
  void survivesAMissingParenthesis() {
    rule.survives(
        """
        class Sample { void run(String s) { s.toLowerCase( ; } }
        """);
  }
}
