package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SelfComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new SelfComparison());

  @Test
  void reportsAValueOnBothSides() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(int a, String s, Sample[] all, int i) {
            boolean one = a == a; // finding: compared with itself
            boolean two = a != (a); // finding:
            boolean three = this.size < this.size; // finding:
            boolean four = s.equals(s); // finding:
            boolean five = all[i + 1].compareTo(all[i + 1]) > 0; // finding:
            return java.util.Objects.equals(s, s); // finding:
          }
        }
        """);
  }

  @Test
  void reportsCastsAndTypeTestsThatAreTheSame() {
    rule.reports(
        """
        class Sample {
          boolean run(Object a) {
            return ((Sample) a).equals((Sample) a) // finding:
                || -a.size >= -a.size; // finding:
          }
        }
        """);
  }

  @Test
  void acceptsTheTestForNaN() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(double d, Float f) {
            return d != d || f == f || inherited != inherited;
          }
        }
        """);
  }

  @Test
  void acceptsDifferentOrChangingValues() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(int a, int b, java.util.Iterator<String> all) {
            return a == b || a++ == a++ || next() == next() || 1 < 1 || all.next().equals(all.next());
          }
        }
        """);
  }

  @Test
  void acceptsOtherCallsOfSuchNames() {
    rule.isSilentOn(
        """
        class Sample {
          boolean run(String s) {
            return equals(s) || s.equals() || s.startsWith(s) || Arrays.equals(s, s) || s.equals("s");
          }
        }
        """);
  }

  @Test
  void acceptsTestsOfTheComparisonItself() {
    rule.isSilentOn(
        """
        class Sample {
          void run(String s) {
            assertTrue(s.equals(s));
            assertEquals(0, s.compareTo(s));
          }
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class Sample { boolean run(int a) { return a == ; } boolean two(int a) { return == a || .equals(); } }
        """);
  }
}
