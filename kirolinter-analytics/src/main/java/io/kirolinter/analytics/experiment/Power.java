package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.PairTest;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What an experiment can find. Exact for the test that it uses, no simulation.
 *
 * @param target the chance with which it is to find it
 * @param decidedPairs pairs, of all that are planned, in which the templates remove a different
 *     number of findings; before the start, all of them
 * @param minimumDetectableShare the smallest share of decided pairs that the better template must
 *     win, in truth, to be found with that chance; empty if even winning all is not enough
 * @param clearWin the chance to find a template that wins 4 of 5 decided pairs
 */
public record Power(
    double target, int decidedPairs, OptionalDouble minimumDetectableShare, double clearWin) {

  static final double USUAL_TARGET = 0.8;

  /** The share of decided pairs that a clearly better template wins. */
  static final double CLEAR_WIN = 0.8;

  private static final double ACCURACY = 1e-6;
  private static final double ROUNDING = 1e-9;

  static Power of(ExperimentDesign design, double decidedShare) {
    PairTest test = design.test();
    return new Power(
        USUAL_TARGET,
        (int) Math.round(decidedShare * design.pairs()),
        smallestShare(test, decidedShare),
        test.power(decidedShare, CLEAR_WIN));
  }

  private static OptionalDouble smallestShare(PairTest test, double decidedShare) {
    if (test.power(decidedShare, 1) < USUAL_TARGET) {
      return OptionalDouble.empty();
    }
    double low = 0.5;
    double high = 1;
    while (high - low > ACCURACY) {
      double middle = (low + high) / 2;
      boolean enough = test.power(decidedShare, middle) >= USUAL_TARGET;
      low = enough ? low : middle;
      high = enough ? middle : high;
    }
    return OptionalDouble.of(high);
  }

  /**
   * How many pairs the same design needs to find such a side with the usual chance, while one pair
   * fewer is not enough; empty if the most are not.
   */
  static OptionalInt pairsFor(ExperimentDesign design, double decidedShare, double winShare) {
    int enough = ExperimentDesign.MOST_PAIRS;
    if (winShare <= 0.5 + ROUNDING || !isEnough(design, enough, decidedShare, winShare)) {
      return OptionalInt.empty();
    }
    int tooFew = 0;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      boolean isEnough = isEnough(design, middle, decidedShare, winShare);
      enough = isEnough ? middle : enough;
      tooFew = isEnough ? tooFew : middle;
    }
    return OptionalInt.of(enough);
  }

  private static boolean isEnough(
      ExperimentDesign design, int pairs, double decidedShare, double winShare) {
    return design.withPairs(pairs).test().power(decidedShare, winShare) >= USUAL_TARGET;
  }
}
