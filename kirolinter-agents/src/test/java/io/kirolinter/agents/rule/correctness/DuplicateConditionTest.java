package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class DuplicateConditionTest {

  private final RuleHarness rule = RuleHarness.of(new DuplicateCondition());

  @Test
  void reportsAConditionThatWasAskedBefore() {
    rule.reportsWithoutFix(
        """
        class Sample {
          int run(int a, String s) {
            if (a == 1) {
              return 1;
            } else if (s.isEmpty()) {
              return 2;
            } else if ((a  ==  1)) { // finding: already
              return 3;
            } else if (s.isEmpty()) { // finding:
              return 4;
            }
            return 5;
          }
        }
        """);
  }

  @Test
  void acceptsOtherConditionsAndChangingOnes() {
    rule.isSilentOn(
        """
        class Sample {
          int run(int a, java.util.Iterator<Boolean> all) {
            if (a == 1) { return 1; } else if (a == 2) { return 2; } else { return 3; }
          }
          int nested(int a, java.util.Iterator<Boolean> all, java.io.Reader in) throws Exception {
            if (a == 1) { if (a == 1) { return 1; } } else { if (a == 1) { return 2; } }
            if (all.next()) { return 1; } else if (all.next()) { return 2; }
            if (a++ == 1) { return 1; } else if (a++ == 1) { return 2; }
            if ((a = in.read()) == 1) { return 1; } else if ((a = in.read()) == 1) { return 2; }
            if (a == 3) { return 1; }
            if (a == 3) { return 1; }
            return 5;
          }
        }
        """);
  }

  @Test
  void survivesAMissingCondition() {
    rule.survives(
        """
        class Sample { void run(int a) { if (a == 1) { } else if ( ) { } else if (a == 1 { } } }
        """);
  }
}
