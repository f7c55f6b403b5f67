package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class MisusedDatePatternTest {

  private final RuleHarness rule = RuleHarness.of(new MisusedDatePattern());

  @Test
  void usesTheLettersOfTheDate() {
    rule.fixes(
        """
        class Sample {
          Object one = new java.text.SimpleDateFormat("dd.MM.YYYY");
          Object two = java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-DD");
        }
        """,
        """
        class Sample {
          Object one = new java.text.SimpleDateFormat("dd.MM.yyyy");
          Object two = java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd");
        }
        """);
  }

  @Test
  void reportsAQuotedPatternWithoutFix() {
    rule.reportsWithoutFix(
        """
        class Sample {
          Object one = new java.text.SimpleDateFormat("YYYY-MM-dd'T'HH:mm"); // finding: own is 'y'
          Object two = java.time.format.DateTimeFormatter.ofPattern("MM\\u002dDD"); // finding: 'd'
        }
        """);
  }

  @Test
  void acceptsWeeksAndOtherTexts() {
    rule.isSilentOn(
        """
        class Sample {
          Object one = new java.text.SimpleDateFormat("yyyy-MM-dd");
          Object two = new java.text.SimpleDateFormat("YYYY-'W'ww");
          Object three = new java.text.SimpleDateFormat("yyyy-DDD");
          Object four = new java.text.SimpleDateFormat("yyyy MM 'YYYY' dd");
          Object five = new java.text.SimpleDateFormat("YYYY");
          Object six = new java.text.SimpleDateFormat();
          Object seven = new Other("YYYY-MM");
          Object eight = other("YYYY-MM", given);
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { Object a = new SimpleDateFormat("YYYY-MM" ; }
        """);
  }
}
