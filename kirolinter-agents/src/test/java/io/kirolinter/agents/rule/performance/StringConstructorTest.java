package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class StringConstructorTest {

  private final RuleHarness rule = RuleHarness.of(new StringConstructor());

  @Test
  void usesTheStringItself() {
    rule.fixes(
        """
        class A {
          String a = new String("a");
          String b = new String();
          int c(String s) {
            return new String(s).length() + new String("abc").length();
          }
        }
        """,
        """
        class A {
          String a = "a";
          String b = "";
          int c(String s) {
            return s.length() + "abc".length();
          }
        }
        """);
  }

  @Test
  void offersNoFixForAStatementOrOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          String a = new String(/* identity */ "a"); // finding: copy
          void b() {
            new String("b"); // finding: copy
          }
        }
        """);
  }

  @Test
  void leavesConversionsAlone() {
    rule.isSilentOn(
        """
        class A {
          String a(char[] chars, byte[] bytes, StringBuilder b) {
            return new String(chars) + new String(bytes, 0, 1) + new String(b) + new String(a(null, null, b));
          }
        }
        """);
  }

  @Test
  void leavesAnotherStringAlone() {
    rule.isSilentOn(
        """
        import a.b.String;
        class A {
          Object a = new String("x");
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class A { String a = new String("a; String b = new String(); }
        """);
  }
}
