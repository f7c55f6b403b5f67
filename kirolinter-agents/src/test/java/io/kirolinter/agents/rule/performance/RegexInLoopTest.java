package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RegexInLoopTest {

  private final RuleHarness rule = RuleHarness.of(new RegexInLoop());

  @Test
  void reportsWhatEveryRoundCompiles() {
    rule.reportsWithoutFix(
        """
        import java.util.List;
        import java.util.regex.Pattern;
        class A {
          void a(List<String> lines, String text) {
            for (String line : lines) {
              Pattern.compile("a+").matcher(line); // finding: constant Pattern
              if (Pattern.matches("a+", line)) { // finding:
                line.split("\\\\s+"); // finding:
              }
            }
            for (int i = 0; text.matches("a+"); i++) { // finding:
              text = text.replaceFirst("a.", ""); // finding:
            }
            while (text.matches("[ab]")) { // finding:
              text = text.trim().replaceAll("a|b", ""); // finding:
            }
            do {
              text = text.replaceAll("b", "$0a"); // finding:
            } while (text.isEmpty());
          }
        }
        """);
  }

  @Test
  void leavesWhatRunsOnceAlone() {
    rule.isSilentOn(
        """
        import java.util.List;
        import java.util.regex.Pattern;
        class A {
          static final Pattern WORD = Pattern.compile("\\\\w+");
          String a(List<String> lines, String text) {
            for (String part : text.split("\\\\s+")) {
              lines.add(part);
            }
            for (String part = text.replaceAll("a+", ""); !part.isEmpty(); part = "") {
              lines.forEach(line -> line.matches("a+"));
              new Object() {
                boolean b = text.matches("a+");
              };
            }
            for (String line : lines) {
              if (line.isEmpty()) {
                throw new IllegalStateException(line.replaceAll("a+", ""));
              }
              return line.replaceAll("b+", "");
            }
            return text.replaceAll("a+", "b");
          }
        }
        """);
  }

  @Test
  void leavesWhatCompilesNothingAlone() {
    rule.isSilentOn(
        """
        import java.util.List;
        class A {
          void a(List<String> lines, String regex, B other) {
            for (String line : lines) {
              line.split(",");
              line.split("\\\\|");
              line.replaceAll("a", "b");
              line.replace("a+", "b");
              line.split(regex);
              line.trim();
              other.matches("a+");
              Pattern.compile("a+");
            }
          }
          interface B {
            boolean matches(String s);
          }
          static class Pattern {
            static void compile(String s) {}
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class A { void a(String s) { while (true) { s.matches("a+"; s.split(; } } }
        """);
  }
}
