package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class FormatArgumentsTest {

  private final RuleHarness rule = RuleHarness.of(new FormatArguments());

  @Test
  void reportsFormatsThatDoNotFitTheirValues() {
    rule.reportsWithoutFix(
        """
        import java.util.Locale;
        class Sample {
          void run(String s, int i, double d, java.io.PrintStream out) {
            String.format("%s %s", s); // finding: asks for 2 values and gets 1
            String.format("%s", s, i); // finding: asks for 1 values and gets 2
            String.format(Locale.ROOT, "%2$s", s); // finding: asks for 2
            System.out.printf("a" + "%d%n", i, i); // finding: gets 2
            out.format("%d", 1, 2); // finding:
            "%d %d".formatted(i); // finding: gets 1
          }
        }
        """);
  }

  @Test
  void reportsFormatsThatAreNone() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(String s) {
            String.format("100%", s); // finding: begins no conversion
            String.format("%y", s); // finding: no conversion '%y'
            String.format("100% ", s); // finding: begins no conversion
          }
        }
        """);
  }

  @Test
  void reportsValuesOfAnotherType() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(String s, int i, double d, boolean b) {
            String.format("%d", s); // finding: '%d' cannot show a value of type String
            String.format("%x %d", 1.5, true); // finding: double // finding: boolean
            String.format("%.2f", i); // finding: type int
            String.format("%e %f", 1L, 'c'); // finding: long // finding: char
            String.format("%d", d); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsWhatFits() {
    rule.isSilentOn(
        """
        import java.util.*;
        class Sample {
          void run(String s, int i, double d, Object[] all, List<Object> list, Object... more) {
            String.format("%s %5d %-3s %05.1f %b%n", s, i, s, d, true);
            String.format("%1$s %1$s %2$s", s, i);
            String.format("%s %<s 100%%", s);
            String.format("%tY-%1$tm", new Date());
            String.format("%s %s", all);
            String.format("%s %s", more);
            String.format("%s %s", list.toArray());
            String.format(s, i, i, i);
            String.format(Locale.ROOT, "%s", s);
            String.format(Locale.ROOT, s, s);
            String.format(s, "Kind", i);
            System.out.printf(s, "Kind", i);
            String.format("%s" + s, s);
            String.format("%s", (Object) all);
            String.format("%x %c %s %h", 'c' + 1, i, null, i);
            String.format("a");
            Text.format("%s %s", s);
            format("%s %s", s);
            new Formatter().format("%s %s", s);
            String.format();
            assertThrows(Exception.class, () -> String.format("%y", s));
          }
        }
        """);
  }

  @Test
  void survivesAMissingValue() {
    rule.survives(
        """
        class Sample { void run(int i) { String.format("%s", ); String.format("%d %d", i } }
        """);
  }
}
