package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BoxedComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new BoxedComparison());

  @Test
  void comparesTheValues() {
    rule.fixes(
        """
        import java.util.Objects;
        class Sample {
          Long mine;
          boolean run(Integer one, Integer other, Long all) {
            return one == other || this.mine != all;
          }
        }
        """,
        """
        import java.util.Objects;
        class Sample {
          Long mine;
          boolean run(Integer one, Integer other, Long all) {
            return Objects.equals(one, other) || !Objects.equals(this.mine, all);
          }
        }
        """);
  }

  @Test
  void reportsWithoutFixWhereACommentStands() {
    rule.reportsWithoutFix(
        """
        class Sample {
          boolean run(Integer one, Integer other) {
            return one == /* why */ other; // finding: by reference
          }
        }
        """);
  }

  @Test
  void acceptsPrimitivesConstantsAndShortCuts() {
    rule.isSilentOn(
        """
        class Sample {
          static final Integer NONE = 1;
          Integer field = 2;
          boolean run(Integer one, int two, Object three, Boolean yes, Boolean no, Integer other) {
            boolean any = one == two || one == null || three == one || one == 3 || yes == no;
            return any || one == NONE || one == one || one + 1 == other;
          }
          boolean quick(Integer one, Integer other) {
            return one == other || one.equals(other);
          }
        }
        """);
  }

  @Test
  void survivesAMissingOperand() {
    rule.survives(
        """
        class Sample { boolean run(Integer a) { return a == ; } }
        """);
  }
}
