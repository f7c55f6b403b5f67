package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class EmptyStringConcatenationTest {

  private final RuleHarness rule = RuleHarness.of(new EmptyStringConcatenation());

  @Test
  void callsValueOfInstead() {
    rule.fixes(
        """
        class A {
          final int set;
          A(int i) {
            set = i;
          }
          String a(int i, Object o, String s, final char c, java.util.List<String> list) {
            call("" + i, o + "");
            String made = "" + new Object();
            String trimmed = "" + s.trim();
            return i > 0 ? "" + s : i < 0 ? "" + (c) : list + "";
          }
          String b() {
            return "" + this.set;
          }
          void call(Object one, Object other) {}
        }
        """,
        """
        class A {
          final int set;
          A(int i) {
            set = i;
          }
          String a(int i, Object o, String s, final char c, java.util.List<String> list) {
            call(String.valueOf(i), String.valueOf(o));
            String made = String.valueOf(new Object());
            String trimmed = String.valueOf(s.trim());
            return i > 0 ? String.valueOf(s) : i < 0 ? String.valueOf(c) : String.valueOf(list);
          }
          String b() {
            return String.valueOf(this.set);
          }
          void call(Object one, Object other) {}
        }
        """);
  }

  @Test
  void appendsTheValueItself() {
    rule.fixes(
        """
        class A {
          void a(StringBuilder b, int i, String s) {
            b.append("" + i).append(s + "");
          }
        }
        """,
        """
        class A {
          void a(StringBuilder b, int i, String s) {
            b.append(i).append(s);
          }
        }
        """);
  }

  @Test
  void offersNoFixWhereTheTypeIsOpen() {
    rule.reportsWithoutFix(
        """
        class A {
          Object a(char[] chars, StringBuilder b, Object o, int i) {
            b.append("" + o); // finding:
            var open = chars;
            Object one = "" + open; // finding:
            Object two = "" + /* why */ i; // finding:
            Object three = "" + chars; // finding:
            return "" + b(); // finding: String.valueOf
          }
          char[] b() {
            return new char[0];
          }
        }
        """);
  }

  @Test
  void leavesConstantsAlone() {
    rule.isSilentOn(
        """
        class A {
          static final int ONE = 1;
          static final String TEXT = "" + ONE;
          @Deprecated(since = "" + Integer.MAX_VALUE)
          String a() {
            final int local = 2;
            return "" + 1 + ("" + local) + ("" + Integer.MAX_VALUE) + "";
          }
        }
        """);
  }

  @Test
  void leavesLongerSumsAlone() {
    rule.isSilentOn(
        """
        class A {
          String a(int i, int j, String s) {
            return ("" + i + j) + (i + j + "") + (s + ("" + i)) + "" + i;
          }
          int b(int i) {
            return i + 0;
          }
        }
        """);
  }

  @Test
  void survivesAMissingOperand() {
    rule.survives(
        """
        class A { String a(int i) { return "" + ; } }
        """);
  }
}
