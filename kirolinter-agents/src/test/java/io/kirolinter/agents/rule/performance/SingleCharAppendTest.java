package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SingleCharAppendTest {

  private final RuleHarness rule = RuleHarness.of(new SingleCharAppend());

  @Test
  void reportsOnlyWhatIsDeclaredABuilder() {
    rule.reports(
        """
        class A {
          StringBuilder field = new StringBuilder();
          void a(StringBuffer buffer, Appendable other) throws Exception {
            field.append("x"); // finding: append the char 'x'
            this.field.append("x"); // finding: 'x'
            buffer.append("y").append("zz").append(1); // finding: 'y'
            buffer.append('y').append("zz", 0, 1).append("z"); // finding: 'z'
            other.append("x");
            new StringBuilder().append("q"); // finding: 'q'
            make().append("x");
          }
          StringBuilder make() {
            return field;
          }
        }
        """);
  }

  @Test
  void appendsACharInstead() {
    rule.fixes(
        """
        class A {
          String a(StringBuilder b) {
            return b.append("x").append("'").append("\\"").append("\\n").append("\\\\").append("\\t")
                .append("\\0")
                .append("é")
                .toString();
          }
        }
        """,
        """
        class A {
          String a(StringBuilder b) {
            return b.append('x').append('\\'').append('"').append('\\n').append('\\\\').append('\\t')
                .append('\\0')
                .append('é')
                .toString();
          }
        }
        """);
  }

  @Test
  void leavesOtherStringsAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(StringBuilder b, String s) {
            b.append("").append("ab").append(s).append('c').append("\\u0041").append(\"""
                x\\
                \""");
          }
        }
        """);
  }

  @Test
  void leavesABuilderOfTheFilesOwnAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(StringBuilder b) {
            b.append("x");
          }
          interface StringBuilder {
            void append(String s);
          }
        }
        """);
  }

  @Test
  void survivesAnUnfinishedCall() {
    rule.survives(
        """
        class A { void a(StringBuilder b) { b.append("x; b.append(; } }
        """);
  }
}
