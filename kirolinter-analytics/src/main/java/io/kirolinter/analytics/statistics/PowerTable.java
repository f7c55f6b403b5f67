package io.kirolinter.analytics.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The power of the sign test for every number of decided pairs up to a limit. */
final class PowerTable {

  private static final double NEGLIGIBLE = 1e-12;

  private final double[] byDecided;

  PowerTable(int limit, double winShare, double alpha) {
    SignTest.requireAlpha(alpha);
    byDecided = new double[limit + 1];
    int wins = 1;
    for (int decided = 1; decided <= limit; decided++) {
      // The fewest significant wins grow by none or one with each decided pair.
      wins += atLeast(wins, decided, 0.5) > alpha / 2 ? 1 : 0;
      byDecided[decided] = atLeast(wins, decided, winShare);
    }
  }

  double power(int decided) {
    return byDecided[decided];
  }

  /** With pairs that are each decided with this chance. */
  double power(int pairs, double decidedShare) {
    BinomialDistribution decided = BinomialDistribution.of(pairs, decidedShare);
    int last = decided.inverseSurvivalProbability(NEGLIGIBLE);
    double power = 0;
    for (int m = decided.inverseCumulativeProbability(NEGLIGIBLE); m <= last; m++) {
      power += decided.probability(m) * byDecided[m];
    }
    return Math.min(1, power);
  }

  private static double atLeast(int wins, int decided, double winShare) {
    return BinomialDistribution.of(decided, winShare).survivalProbability(wins - 1);
  }
}
