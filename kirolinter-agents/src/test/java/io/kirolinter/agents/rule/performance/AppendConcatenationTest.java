package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class AppendConcatenationTest {

  private final RuleHarness rule = RuleHarness.of(new AppendConcatenation());

  @Test
  void appendsThePartsOneByOne() {
    rule.fixes(
        """
        class A {
          StringBuilder field = new StringBuilder();
          void a(StringBuilder b, String s, int i, char c, Long boxed) {
            b.append("a" + s).append(s + i + c).append(i + "x1" + boxed + "," + 'c' + 1.5f + true);
            field.append("x" + "y1" + s + "z" + "z1");
            new StringBuilder().append('\\'' + "it's " + this.field2);
          }
          String field2;
        }
        """,
        """
        class A {
          StringBuilder field = new StringBuilder();
          void a(StringBuilder b, String s, int i, char c, Long boxed) {
            b.append('a').append(s).append(s).append(i).append(c).append(i).append("x1").append(boxed).append(',').append('c').append(1.5f).append(true);
            field.append("x" + "y1").append(s).append("z" + "z1");
            new StringBuilder().append('\\'').append("it's ").append(this.field2);
          }
          String field2;
        }
        """);
  }

  @Test
  void keepsThePartsOnTheirLines() {
    rule.fixes(
        """
        class A {
          String a(String s, int i) {
            StringBuffer local = new StringBuffer();
            local.append("a long text, "
                + s
                + " and ");
            local.append("a long text, " +
                i + " and");
            return local.toString();
          }
        }
        """,
        """
        class A {
          String a(String s, int i) {
            StringBuffer local = new StringBuffer();
            local.append("a long text, ")
                .append(s)
                .append(" and ");
            local.append("a long text, ")
                .append(i).append(" and");
            return local.toString();
          }
        }
        """);
  }

  @Test
  void offersNoFixWhereThePartsMayFailOrBeOther() {
    rule.reportsWithoutFix(
        """
        class A {
          StringBuffer shared = new StringBuffer();
          void a(StringBuilder b, char[] chars, CharSequence text, Object o, String s, int[] ints) {
            b.append("a" + o); // finding: append the parts
            b.append("a" + s.trim()); // finding:
            b.append("a" + b.length()); // finding:
            b.append("a" + chars); // finding:
            b.append("a" + text); // finding:
            b.append("a" + null + s); // finding:
            b.append("a" + ints[0]); // finding:
            b.append("a" + (s == null ? 1 : 'c')); // finding:
            b.append("a" /* why */ + s); // finding:
            shared.append("a" + s); // finding:
          }
        }
        """);
  }

  @Test
  void leavesSumsAloneThatAreNoneOfStrings() {
    rule.isSilentOn(
        """
        class A {
          static final String NAME = "n";
          void a(StringBuilder b, int i, int j, String s, B other) {
            b.append(i + j).append(i + j + "x").append("a" + "b").append("a" + NAME + 1).append(s);
            b.append("a" + s, 0, 1).append("" + s).insert(0, "a" + s);
            other.append("a" + s);
            append("a" + s);
          }
          void append(String s) {}
          interface B {
            void append(String s);
          }
        }
        """);
  }

  @Test
  void survivesAMissingOperand() {
    rule.survives(
        """
        class A { void a(StringBuilder b, String s) { b.append("a" + ); b.append(s + "x" + ; } }
        """);
  }
}
