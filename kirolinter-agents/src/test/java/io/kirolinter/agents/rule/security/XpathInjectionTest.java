package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class XpathInjectionTest {

  private final RuleHarness rule = RuleHarness.of(new XpathInjection());

  @Test
  void reportsAValueBetweenQuotes() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(javax.xml.xpath.XPath path, String who) throws Exception {
            path.evaluate("//user[@name='" + who + "']", null); // finding: between the quotes
            path.compile(String.format("/users/user[name='%s']", who)); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsValuesElsewhere() {
    rule.isSilentOn(
        """
        class Sample {
          void run(javax.xml.xpath.XPath path, String who, int id) throws Exception {
            path.evaluate("//user[@name=$name]", null);
            path.compile("//user[" + id + "]");
            path.compile("//" + who);
            java.util.regex.Pattern.compile("='" + who + "'");
            path.reset();
            path.evaluate();
          }
        }
        """);
  }

  @Test
  void survivesAMissingPart() {
    rule.survives(
        """
        class Sample { void run() { path.evaluate("//a[@b='" + ); path.compile( } }
        """);
  }
}
