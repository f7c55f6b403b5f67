package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class StringBuilderFromCharTest {

  private final RuleHarness rule = RuleHarness.of(new StringBuilderFromChar());

  @Test
  void passesAString() {
    rule.fixes(
        """
        class Sample {
          String run(char c) {
            return new StringBuilder('x').append(new StringBuffer('"')).toString()
                + new StringBuilder('\\'').append(new StringBuilder(c)).append(new StringBuilder(('\\n')));
          }
        }
        """,
        """
        class Sample {
          String run(char c) {
            return new StringBuilder("x").append(new StringBuffer("\\"")).toString()
                + new StringBuilder("\\'").append(new StringBuilder(String.valueOf(c))).append(new StringBuilder(("\\n")));
          }
        }
        """);
  }

  @Test
  void keepsAUnicodeEscapeWhichMayStandForAQuote() {
    rule.fixes(
        """
        class Sample {
          Object made = new StringBuilder('\\u0022');
        }
        """,
        """
        class Sample {
          Object made = new StringBuilder(String.valueOf('\\u0022'));
        }
        """);
  }

  @Test
  void acceptsCapacitiesAndTexts() {
    rule.isSilentOn(
        """
        class Sample {
          void run(int capacity, Character boxed) {
            new StringBuilder("x");
            new StringBuilder(16);
            new StringBuilder(capacity);
            new StringBuilder(boxed);
            new StringBuilder();
            new Other('x');
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { Object made = new StringBuilder('); }
        """);
  }
}
