package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class IndexOfComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new IndexOfComparison());

  @Test
  void usesContains() {
    rule.fixes(
        """
        import java.util.*;
        class A {
          List<String> x;
          boolean a(String s, String t, Object o) {
            boolean b = s.indexOf("a") >= 0 | s.indexOf(t) != -1 | s.indexOf(t) > -1;
            b = s.indexOf(t) == -1 | s.indexOf(t) < 0 | s.indexOf("" ) <= -1;
            return x.indexOf(o) < 0 == b;
          }
        }
        """,
        """
        import java.util.*;
        class A {
          List<String> x;
          boolean a(String s, String t, Object o) {
            boolean b = s.contains("a") | s.contains(t) | s.contains(t);
            b = !s.contains(t) | !s.contains(t) | !s.contains("" );
            return !x.contains(o) == b;
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a(String s) {
            return s.indexOf("a") /* at */ >= 0; // finding: use contains
          }
        }
        """);
  }

  @Test
  void leavesOtherQuestionsAlone() {
    rule.isSilentOn(
        """
        import java.util.List;
        class A {
          boolean a(String s, char c, int i, StringBuilder b, Other o, List<String> l) {
            return s.indexOf('a') >= 0
                || s.indexOf(c) != -1
                || s.indexOf(i) != -1
                || s.indexOf("a") > 0
                || s.indexOf("a") == 0
                || s.indexOf("a") != 0
                || s.indexOf("a") >= -1
                || s.indexOf("a") >= 1
                || s.indexOf("a") < -1
                || s.indexOf("a") == -2
                || s.indexOf("a", 1) >= 0
                || s.lastIndexOf("a") >= 0
                || b.indexOf("a") >= 0
                || o.indexOf("a") >= 0
                || a().indexOf("a") >= 0;
          }
          String a() { return ""; }
          interface Other {
            int indexOf(String s);
          }
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class A { boolean a(String s) { return s.indexOf("a") >= ; } boolean b(String s) { return s.indexOf() < 0; } ; = }
        """);
  }
}
