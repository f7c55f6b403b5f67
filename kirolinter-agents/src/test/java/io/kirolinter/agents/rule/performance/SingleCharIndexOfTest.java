package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SingleCharIndexOfTest {

  private final RuleHarness rule = RuleHarness.of(new SingleCharIndexOf());

  @Test
  void reportsSearchesInDeclaredStrings() {
    rule.reports(
        """
        class A {
          int a(String s, java.util.List<String> list) {
            list.indexOf("x");
            s.indexOf(s);
            "abc".indexOf("b");
            s.indexOf("ab");
            s.indexOf();
            return s.indexOf("x") // finding: search the char 'x'
                + s.lastIndexOf("y", 3); // finding: 'y'
          }
        }
        """);
  }

  @Test
  void searchesACharInstead() {
    rule.fixes(
        """
        class A {
          int a(String s) {
            return s.indexOf("/") + s.lastIndexOf("'", 3) + s.indexOf("\\"");
          }
        }
        """,
        """
        class A {
          int a(String s) {
            return s.indexOf('/') + s.lastIndexOf('\\'', 3) + s.indexOf('"');
          }
        }
        """);
  }

  @Test
  void survivesAnUnfinishedCall() {
    rule.survives(
        """
        class A { int a(String s) { return s.indexOf(""; } }
        """);
  }
}
