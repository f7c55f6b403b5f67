package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class EqualsWithoutHashCodeTest {

  private final RuleHarness rule = RuleHarness.of(new EqualsWithoutHashCode());

  @Test
  void reportsEqualsOfAClassThatLeavesHashCodeToObject() {
    rule.reportsWithoutFix(
        """
        class Point {
          int x;

          @Override
          public boolean equals(Object other) { // finding: 'Point' overrides equals
            return other instanceof Point that && that.x == x;
          }
        }
        """);
  }

  @Test
  void reportsARecordThatSaysWhatIsEqual() {
    rule.reports(
        """
        record Pair(int a, int b) {
          public boolean equals(Object other) { // finding: 'Pair'
            return other instanceof Pair that && that.a == a;
          }
        }
        """);
  }

  @Test
  void acceptsAClassWithBoth() {
    rule.isSilentOn(
        """
        class Point {
          int x;

          public boolean equals(Object other) {
            return other instanceof Point that && that.x == x;
          }

          public int hashCode() {
            return x;
          }
        }
        """);
  }

  @Test
  void acceptsAClassThatMayInheritHashCode() {
    rule.isSilentOn(
        """
        class Point extends Base {
          public boolean equals(Object other) {
            return other instanceof Point;
          }
        }
        """);
  }

  @Test
  void acceptsAnonymousClassesWhoseParentIsUnknown() {
    rule.isSilentOn(
        """
        class Sample {
          Object made = new Base() {
            public boolean equals(Object other) {
              return false;
            }
          };
        }
        """);
  }

  @Test
  void acceptsMethodsThatOnlyLookLikeEquals() {
    rule.isSilentOn(
        """
        class Point {
          public boolean equals(Point other) {
            return true;
          }

          public static boolean equals(Object one) {
            return false;
          }

          public boolean equals(Object one, Object other) {
            return one == other;
          }
        }

        abstract class Shape {
          public abstract boolean equals(Object other);
        }
        """);
  }

  @Test
  void acceptsAnEqualsThatOnlyCallsItsParents() {
    rule.isSilentOn(
        """
        class Point {
          public boolean equals(Object other) {
            return super.equals(other);
          }
        }
        """);
  }

  @Test
  void survivesAMethodWithoutResultType() {
    rule.survives(
        """
        class Point { public equals(Object other) { return true; }
        """);
  }
}
