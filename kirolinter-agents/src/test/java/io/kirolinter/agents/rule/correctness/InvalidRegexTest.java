package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class InvalidRegexTest {

  private final RuleHarness rule = RuleHarness.of(new InvalidRegex());

  @Test
  void reportsTextsThatAreNoRegularExpressions() {
    rule.reportsWithoutFix(
        """
        import java.util.regex.Pattern;
        class Sample {
          Pattern open = Pattern.compile("a("); // finding: Unclosed group
          void run(String s, StringBuilder b) {
            s.split("*"); // finding: Dangling meta
            b.toString().replaceAll("[", "x"); // finding: no regular expression
            "x".matches("a{2"); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsRegularExpressionsAndWhatIsTakenLiterally() {
    rule.isSilentOn(
        """
        import java.util.regex.Pattern;
        class Sample {
          Pattern one = Pattern.compile("a|b");
          Pattern literal = Pattern.compile("a(", Pattern.LITERAL);
          void run(String s, Splitter other, String given) {
            s.replace("(", "x");
            s.split(given);
            other.split("*");
            other.toString();
            split("*");
            s.matches();
            s.matches("%s".repeat(3));
            assertThrows(Exception.class, () -> s.split("*"));
            try { s.split("*"); } catch (RuntimeException e) { throw e; }
          }
        }
        """);
  }

  @Test
  void acceptsPatternsOfAnotherEngineAndVeryLongOnes() {
    rule.isSilentOn("class Sample { com.google.re2j.Pattern one = Pattern.compile(\"a(\"); }");
    rule.isSilentOn("class Sample { String[] a = \"x\".split(\"" + "(".repeat(1_001) + "\"); }");
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(String s) { s.split("*" ; } }
        """);
  }
}
