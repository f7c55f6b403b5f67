package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LiteralReplaceAllTest {

  private final RuleHarness rule = RuleHarness.of(new LiteralReplaceAll());

  @Test
  void replacesPlainTextAsItIs() {
    rule.fixes(
        """
        class A {
          String a(String s) {
            return s.replaceAll("ab", "c").trim().replaceAll(" ", "").replaceAll("\\"", "'\\n");
          }
          String b(Object o) {
            return o.toString().replaceAll( "\\\\." /* dot */ , "\\t");
          }
          String c(String s) {
            return s.replaceAll("a\\\\+\\\\\\\\\\\\(", "-").replaceAll("\\\\/\\\\-x", "é");
          }
        }
        """,
        """
        class A {
          String a(String s) {
            return s.replace("ab", "c").trim().replace(" ", "").replace("\\"", "'\\n");
          }
          String b(Object o) {
            return o.toString().replace( "." /* dot */ , "\\t");
          }
          String c(String s) {
            return s.replace("a+\\\\(", "-").replace("/-x", "é");
          }
        }
        """);
  }

  @Test
  void leavesPatternsAlone() {
    rule.isSilentOn(
        """
        class A {
          String a(String s, String t) {
            s = s.replaceAll("a.c", "x").replaceAll("[ab]", "x").replaceAll("a|b", "x").replaceAll("^a", "x");
            s = s.replaceAll("a$", "x").replaceAll("a+", "x").replaceAll("a*", "x").replaceAll("a?", "x");
            s = s.replaceAll("(a)", "x").replaceAll("a{2}", "x").replaceAll("\\\\s", "x").replaceAll("\\\\\\\\n+", "x");
            s = s.replaceAll("\\\\Qa\\\\E", "x").replaceAll("", "x").replaceAll("\\\\1", "x").replaceAll("\\u002e", "x");
            return s.replaceAll(t, "x");
          }
        }
        """);
  }

  @Test
  void leavesReplacementsAloneThatMayReferToGroups() {
    rule.isSilentOn(
        """
        class A {
          String a(String s, String t) {
            s = s.replaceAll("a", "<" + t + ">").replaceAll("a", ("b")).replaceAll("a" + t + "b", "c");
            return s.replaceAll("a", t).replaceAll("a", "$0").replaceAll("a", "\\\\\\\\").replaceAll("a", "\\u0024" + "0");
          }
        }
        """);
  }

  @Test
  void leavesWhatMayBeNoStringAlone() {
    rule.isSilentOn(
        """
        class A {
          Object a(B b) {
            var text = "a";
            return b.replaceAll("a", "b") + text.replaceAll("a", "b") + replaceAll("a", "b");
          }
          String replaceAll(String one, String other) {
            return one;
          }
          interface B {
            String replaceAll(String one, String other);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class A { String a(String s) { return s.replaceAll("a", ; } }
        """);
  }
}
