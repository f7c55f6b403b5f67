package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ArrayObjectMethodTest {

  private final RuleHarness rule = RuleHarness.of(new ArrayObjectMethod());

  @Test
  void looksAtTheElements() {
    rule.fixes(
        """
        import java.util.Arrays;
        class Sample {
          int[] mine;
          Object run(int[] other, String[][] deep, char[] text, String... more) {
            boolean same = mine.equals(other) || this.mine.equals(other);
            return same + more.toString() + deep.hashCode() + text.toString() + text.hashCode();
          }
        }
        """,
        """
        import java.util.Arrays;
        class Sample {
          int[] mine;
          Object run(int[] other, String[][] deep, char[] text, String... more) {
            boolean same = Arrays.equals(mine, other) || Arrays.equals(this.mine, other);
            return same + Arrays.toString(more) + Arrays.deepHashCode(deep) + String.valueOf(text) + Arrays.hashCode(text);
          }
        }
        """);
  }

  @Test
  void namesTheTypeInFullWhereItIsNotImported() {
    rule.fixes(
        "class Sample { String run(byte[] b) { return b.toString(); } }",
        "class Sample { String run(byte[] b) { return java.util.Arrays.toString(b); } }");
  }

  @Test
  void reportsWithoutFixWhatIsNoArrayOfTheSameType() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(int[] one, Object other, Integer[] boxed) {
            return one.equals(other) // finding: elements
                || boxed.equals(one) // finding:
                || one.equals(/* why */ one); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsOtherReceiversAndMethods() {
    rule.isSilentOn(
        """
        class Sample {
          Object run(int[] one, int[] two, Object o, String s) {
            one.getClass();
            one.clone();
            o.equals(one);
            s.toString();
            one[0].toString();
            toString();
            one.equals();
            make().hashCode();
            assertFalse(one.equals(two));
            return java.util.Arrays.equals(one, two);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(int[] a) { a.equals( ; a.toString( } }
        """);
  }
}
