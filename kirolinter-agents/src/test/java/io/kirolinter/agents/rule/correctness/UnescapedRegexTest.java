package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnescapedRegexTest {

  private final RuleHarness rule = RuleHarness.of(new UnescapedRegex());

  @Test
  void escapesTheChar() {
    rule.fixes(
        """
        class Sample {
          Object run(String s) {
            s.split("|");
            s.replaceAll(".", "/");
            return s.trim().split(".");
          }
        }
        """,
        """
        class Sample {
          Object run(String s) {
            s.split("\\\\|");
            s.replaceAll("\\\\.", "/");
            return s.trim().split("\\\\.");
          }
        }
        """);
  }

  @Test
  void reportsAnEscapedCharWithoutFix() {
    rule.reportsWithoutFix(
        """
        class Sample {
          Object run(String s) {
            return s.split("\\u002E"); // finding: not escaped
          }
        }
        """);
  }

  @Test
  void acceptsMasksAndOtherExpressions() {
    rule.isSilentOn(
        """
        class Sample {
          void run(String s, java.util.regex.Pattern p, String by) {
            s.replaceAll(".", "*");
            s.replaceAll(".", by);
            s.replaceFirst(".", "");
            s.replace(".", "/");
            s.split("\\\\.");
            s.split(",");
            s.split(".", 2);
            s.matches(".");
            p.split(".");
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(String s) { s.split("." ; } }
        """);
  }
}
