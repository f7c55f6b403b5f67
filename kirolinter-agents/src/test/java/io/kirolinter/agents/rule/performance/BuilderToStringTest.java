package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BuilderToStringTest {

  private final RuleHarness rule = RuleHarness.of(new BuilderToString());

  @Test
  void asksTheBuilder() {
    rule.fixes(
        """
        class A {
          StringBuffer field = new StringBuffer();
          String a(StringBuilder b, int i) {
            if (b.toString().length() > 0 && field.toString().charAt(i) == 'x') {
              return b.append(i).toString().substring(1);
            }
            return this.field
                .toString()
                .substring(1, 2);
          }
        }
        """,
        """
        class A {
          StringBuffer field = new StringBuffer();
          String a(StringBuilder b, int i) {
            if (b.length() > 0 && field.charAt(i) == 'x') {
              return b.append(i).substring(1);
            }
            return this.field
                .substring(1, 2);
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          int a(StringBuilder b) {
            return b.toString(/* all */).length(); // finding: 'length'
          }
        }
        """);
  }

  @Test
  void leavesOtherStringsAlone() {
    rule.isSilentOn(
        """
        class A {
          int a(StringBuilder b, CharSequence text, java.io.ByteArrayOutputStream bytes) throws Exception {
            return b.toString().trim().length() + text.toString().length() + bytes.toString().length()
                + bytes.toString("UTF-8").length() + b.toString().hashCode() + b.length() + b.reverse().toString().length()
                + toString().length();
          }
        }
        """);
  }

  @Test
  void survivesAMissingName() {
    rule.survives(
        """
        class A { int a(StringBuilder b) { return b.toString().; } }
        """);
  }
}
