package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class IgnoredResultTest {

  private final RuleHarness rule = RuleHarness.of(new IgnoredResult());

  @Test
  void keepsTheResult() {
    rule.fixes(
        """
        import java.math.BigDecimal;
        import java.time.LocalDate;
        class Sample {
          Object run(BigDecimal given) {
            String text = " a ";
            BigDecimal sum = given;
            LocalDate day = LocalDate.EPOCH;
            text.trim();
            sum.add(given);
            day.plusDays(1);
            return text + sum + day;
          }
        }
        """,
        """
        import java.math.BigDecimal;
        import java.time.LocalDate;
        class Sample {
          Object run(BigDecimal given) {
            String text = " a ";
            BigDecimal sum = given;
            LocalDate day = LocalDate.EPOCH;
            text = text.trim();
            sum = sum.add(given);
            day = day.plusDays(1);
            return text + sum + day;
          }
        }
        """);
  }

  @Test
  void reportsWithoutFixWhatCannotBeAssigned() {
    rule.reportsWithoutFix(
        """
        class Sample {
          String field;
          void run(final String fixed, String given) {
            field.trim(); // finding: 'field' does not change
            fixed.replace('a', 'b'); // finding:
            given.concat("x"); // finding:
            Runnable later = () -> { String local = ""; local.trim(); }; // finding:
          }
        }
        """);
  }

  @Test
  void acceptsResultsThatAreUsedAndObjectsThatChange() {
    rule.isSilentOn(
        """
        class Sample {
          void run(String s, StringBuilder b, java.util.List<String> list, Object o, Calc c) {
            String t = s.trim();
            s = s.trim();
            b.replace(0, 1, "x");
            list.add(s);
            s.length();
            o.toString();
            c.plusDays(1);
            c.add(2);
            trim();
            other.trim();
            s.substring(1);
            assertThrows(Exception.class, () -> { s.repeat(-1); });
            try { s.repeat(-1); } catch (IllegalArgumentException e) { throw e; }
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(String s) { s.concat( ; s.trim() } }
        """);
  }
}
