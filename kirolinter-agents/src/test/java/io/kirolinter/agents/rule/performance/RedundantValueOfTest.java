package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RedundantValueOfTest {

  private final RuleHarness rule = RuleHarness.of(new RedundantValueOf());

  @Test
  void usesTheValueItself() {
    rule.fixes(
        """
        class A {
          String a(StringBuilder b, int i, String s, Long boxed, char c) {
            b.append(String.valueOf(i)).append(Integer.toString(i)).append(String.valueOf(boxed));
            String sum = "a" + String.valueOf(i) + s + Integer.toString(i) + Character.toString(c);
            return String.valueOf(i) + s;
          }
          String b(long n, String s) {
            return (s + n) + String.valueOf(n) + String.valueOf(s.trim());
          }
        }
        """,
        """
        class A {
          String a(StringBuilder b, int i, String s, Long boxed, char c) {
            b.append(i).append(i).append(boxed);
            String sum = "a" + i + s + i + c;
            return i + s;
          }
          String b(long n, String s) {
            return (s + n) + n + s.trim();
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          String a(int i) {
            return "a" + String.valueOf(/* index */ i); // finding: String.valueOf
          }
        }
        """);
  }

  @Test
  void leavesStringsAloneThatTheSumNeeds() {
    rule.isSilentOn(
        """
        class A {
          String a(int i, int j, Object o) {
            String one = String.valueOf(i) + j;
            String two = String.valueOf(i) + String.valueOf(j);
            String three = "" + String.valueOf(i);
            String four = String.valueOf(i);
            return o.toString() + String.valueOf(j);
          }
        }
        """);
  }

  @Test
  void leavesValuesAloneWhoseTextIsOther() {
    rule.isSilentOn(
        """
        class A {
          void a(StringBuilder b, char[] chars, Object o, CharSequence text, int i, byte small) {
            b.append(String.valueOf(chars)).append(String.valueOf(o)).append(String.valueOf(text));
            b.append(String.valueOf(chars, 0, 1)).append(Double.toString(i)).append(Integer.toString(i, 2));
            b.append(Integer.toString(small)).append(java.util.Arrays.toString(new int[i]));
            String sum = "a" + String.valueOf(chars) + Float.toString(i) + java.util.Arrays.toString(chars());
            b.append(toString(i())).append("a" + String.valueOf(i)).append(String.valueOf(i + 1));
          }
          char[] chars() {
            return new char[0];
          }
          int i() {
            return 1;
          }
          String toString(int i) {
            return "";
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class A { String a(int i) { return "a" + String.valueOf(; } }
        """);
  }
}
