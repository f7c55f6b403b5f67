package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SizeComparedToZeroTest {

  private final RuleHarness rule = RuleHarness.of(new SizeComparedToZero());

  @Test
  void reportsWhatIsDeclaredACollectionOrString() {
    rule.reports(
        """
        import java.util.List;
        import java.util.Map;
        class A {
          Map<String, String> field;
          boolean a(List<String> x, String s, Other o, StringBuilder b, Set<String> unknown, int[] array) {
            return x.size() == 0 // finding: use x.isEmpty()
                || this.field.size() > 0 // finding: use !this.field.isEmpty()
                || s.length() != 0 // finding: use !s.isEmpty()
                || 0 == s.length() // finding: use s.isEmpty()
                || o.size() == 0
                || b.length() == 0
                || unknown.size() == 0
                || array.length == 0
                || x.size() == 1
                || x.size() > 1
                || x.size() >= 0
                || x.size() < 0
                || x.size() == 2
                || 0.5 == s.length()
                || s.indexOf("a") == 0;
          }
          interface Other {
            int size();
          }
        }
        """);
  }

  @Test
  void usesIsEmpty() {
    rule.fixes(
        """
        import java.util.*;
        class A {
          List<String> x;
          boolean a(String s) {
            boolean b = x.size() <= 0 | x.size() < 1 | x.size() >= 1;
            b = 0 < x.size() | 1 > x.size() | 1 <= x.size() | 0 >= x.size() | 0 != x.size();
            return s.length() == 0 == b;
          }
        }
        """,
        """
        import java.util.*;
        class A {
          List<String> x;
          boolean a(String s) {
            boolean b = x.isEmpty() | x.isEmpty() | !x.isEmpty();
            b = !x.isEmpty() | x.isEmpty() | !x.isEmpty() | x.isEmpty() | !x.isEmpty();
            return s.isEmpty() == b;
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
            return s.length() /* chars */ == 0; // finding: use s.isEmpty()
          }
        }
        """);
  }

  @Test
  void leavesAListOfAnotherPackageAlone() {
    rule.isSilentOn(
        """
        import java.util.*;
        import a.b.List;
        class A {
          boolean a(List x) {
            return x.size() == 0;
          }
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class A { boolean a(String s) { return s.length() == ; } boolean b(String s) { return 0 < ; } }
        """);
  }
}
