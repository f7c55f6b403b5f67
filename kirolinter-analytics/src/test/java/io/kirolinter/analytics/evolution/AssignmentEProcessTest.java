package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.evolution.AssignmentEProcess.Side;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bet on who was drawn")
class AssignmentEProcessTest {

  private static final double[] CHANCES = {0.02, 0.3, 0.5, 0.7, 0.98};

  /** What happens at a step of a tree that is walked as a whole. */
  private interface Step {
    double of(int depth, AssignmentEProcess before);
  }

  @Test
  void isWorthOneBeforeTheFirstRun() {
    assertThat(AssignmentEProcess.start().value()).isEqualTo(1, within(1e-12));
  }

  @Test
  void isAFairGameWhereBothAreEquallyGoodAndALosingOneWhereTheChallengerIsWorse() {
    AssignmentEProcess before = AssignmentEProcess.start();
    for (int i = 0; i < 20; i++) {
      before = before.after(i % 3 == 0 ? Side.CHAMPION : Side.CHALLENGER, i % 4 != 0, 0.4);
      for (double drawn : CHANCES) {
        for (double champion : CHANCES) {
          for (double challenger : CHANCES) {
            double ratio = mean(before, drawn, challenger, champion) / before.value();
            if (challenger == champion) {
              assertThat(ratio).isEqualTo(1, within(1e-12));
            } else if (challenger < champion) {
              assertThat(ratio).isLessThanOrEqualTo(1);
            }
          }
        }
      }
    }
  }

  @Test
  void hasAMeanOfAtMostOneWhereverThePastSendsTheRunsAndTheCodeGoes() {
    // Chances of being drawn follow the evidence, and the code gets harder with it: the trap for
    // tests that compare two shares of useful runs.
    Step drawn = (depth, so) -> Math.min(0.95, Math.max(0.05, 0.5 + so.logValue()));
    Step chance = (depth, so) -> so.logValue() > 0 ? 0.95 - 0.1 * depth : 0.2 + 0.1 * depth;
    assertThat(meanOfTree(0, 6, AssignmentEProcess.start(), drawn, chance))
        .isEqualTo(1, within(1e-9));
  }

  @Test
  void reachesAThresholdAsSeldomAsVilleSays() {
    // All paths of 7 runs, stopped where they first reach 2: a gate that asked less would show
    // here.
    double reached = chanceToReach(2, 0, 7, AssignmentEProcess.start());
    assertThat(reached).isBetween(0.01, 0.5);
  }

  @Test
  void growsByTheInformationThatARunHoldsAboutItsVersion() {
    SplittableRandom random = new SplittableRandom(7);
    AssignmentEProcess process = AssignmentEProcess.start();
    int runs = 20_000;
    for (int i = 0; i < runs; i++) {
      boolean challenger = random.nextDouble() < 0.7;
      boolean useful = random.nextDouble() < (challenger ? 0.9 : 0.7);
      process = process.after(challenger ? Side.CHALLENGER : Side.CHAMPION, useful, 0.7);
    }
    double all = 0.7 * 0.9 + 0.3 * 0.7;
    double most =
        0.7 * (0.9 * Math.log(0.9 / all) + 0.1 * Math.log(0.1 / (1 - all)))
            + 0.3 * (0.7 * Math.log(0.7 / all) + 0.3 * Math.log(0.3 / (1 - all)));
    assertThat(process.logValue() / runs).isEqualTo(most, within(0.15 * most));
  }

  @Test
  void losesItsStakeOnAChallengerThatIsWorse() {
    SplittableRandom random = new SplittableRandom(8);
    AssignmentEProcess process = AssignmentEProcess.start();
    for (int i = 0; i < 2_000; i++) {
      boolean challenger = random.nextBoolean();
      boolean useful = random.nextDouble() < (challenger ? 0.6 : 0.8);
      process = process.after(challenger ? Side.CHALLENGER : Side.CHAMPION, useful, 0.5);
    }
    assertThat(process.value()).isLessThan(1e-6);
  }

  @Test
  void refusesARunThatWasNotDrawn() {
    for (double chance : new double[] {0, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AssignmentEProcess.start().after(Side.CHAMPION, true, chance));
    }
  }

  private static double mean(
      AssignmentEProcess before, double drawn, double challenger, double champion) {
    return drawn * challenger * before.after(Side.CHALLENGER, true, drawn).value()
        + drawn * (1 - challenger) * before.after(Side.CHALLENGER, false, drawn).value()
        + (1 - drawn) * champion * before.after(Side.CHAMPION, true, drawn).value()
        + (1 - drawn) * (1 - champion) * before.after(Side.CHAMPION, false, drawn).value();
  }

  private static double meanOfTree(
      int depth, int most, AssignmentEProcess so, Step drawn, Step chance) {
    if (depth == most) {
      return so.value();
    }
    double q = drawn.of(depth, so);
    double p = chance.of(depth, so);
    double sum = 0;
    for (Side side : Side.values()) {
      for (boolean useful : new boolean[] {true, false}) {
        double path = (side == Side.CHALLENGER ? q : 1 - q) * (useful ? p : 1 - p);
        sum += path * meanOfTree(depth + 1, most, so.after(side, useful, q), drawn, chance);
      }
    }
    return sum;
  }

  private static double chanceToReach(
      double threshold, int depth, int most, AssignmentEProcess so) {
    if (so.value() >= threshold) {
      return 1;
    }
    if (depth == most) {
      return 0;
    }
    double sum = 0;
    for (Side side : Side.values()) {
      for (boolean useful : new boolean[] {true, false}) {
        AssignmentEProcess next = so.after(side, useful, 0.5);
        sum += 0.5 * (useful ? 0.8 : 0.2) * chanceToReach(threshold, depth + 1, most, next);
      }
    }
    return sum;
  }
}
