package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LongMethodTest {

  private final RuleHarness rule = RuleHarness.of(new LongMethod());

  @Test
  void reportsMethodsOfMoreThanAHundredLines() {
    rule.reportsWithoutFix(
        "class A {\n  void a(int i) { // finding: 101 lines of code are more than 100\n"
            + "    i++;\n".repeat(99)
            + "  }\n}\n");
  }

  @Test
  void countsNeitherBlankLinesNorComments() {
    rule.isSilentOn(
        "class A {\n  void a(int i) {\n"
            + "    i++;\n\n    // one more\n".repeat(98)
            + "  }\n  abstract void b();\n}\n");
  }

  @Test
  void survivesHalfAMethod() {
    rule.survives("class A { void a(int i) {\n" + "i++;\n".repeat(120));
  }
}
