package io.kirolinter.analytics.statistics;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The exact two-sided sign test: of the pairs in which one side was better, is it always the same
 * side?
 *
 * <p>Under the null either side wins a decided pair with chance 1/2, so wins ~ Binomial(wins +
 * losses, 1/2). On pairs of yes/no outcomes this is the exact conditional McNemar test. Assumes
 * independent pairs, and a number of pairs that was fixed before the first one; for looks in
 * between use a {@link PairTest}. Source: Q. McNemar, Psychometrika 12 (1947), 153-157.
 *
 * @param wins pairs in which A was better
 * @param losses pairs in which B was better
 */
public record SignTest(int wins, int losses) {

  public SignTest {
    if (wins < 0 || losses < 0) {
      throw new IllegalArgumentException(
          "counts must be >= 0, were %d and %d".formatted(wins, losses));
    }
  }

  /**
   * {@return the two-sided p-value, min(1, 2 P(X &ge; max(wins, losses))); 1 without decided pairs}
   */
  public double pValue() {
    // The library's BinomialTest loses one of two equal tails to rounding, as for 3 of 5.
    BinomialDistribution fair = BinomialDistribution.of(decided(), 0.5);
    return Math.min(1, 2 * fair.survivalProbability(Math.max(wins, losses) - 1));
  }

  /** {@return the one-sided p-value of A being better, P(X &ge; wins); 1 without decided pairs} */
  public double pValueForA() {
    return BinomialDistribution.of(decided(), 0.5).survivalProbability(wins - 1);
  }

  /**
   * {@return the two-sided mid-p-value, in which the table that was seen counts half: 2 P(X &gt;
   * max) + P(X = max)}
   *
   * <p>Nearer to alpha than the exact test, whose level it can exceed by little. Source: M.
   * Fagerland, S. Lydersen and P. Laake, BMC Medical Research Methodology 13 (2013), 91.
   */
  public double midPValue() {
    BinomialDistribution fair = BinomialDistribution.of(decided(), 0.5);
    int most = Math.max(wins, losses);
    return wins == losses
        ? 1 - fair.probability(wins) / 2
        : 2 * fair.survivalProbability(most) + fair.probability(most);
  }

  /** {@return the share of decided pairs that A won, with its exact interval} */
  public Proportion share(double level) {
    return Proportion.clopperPearson(wins, decided(), level);
  }

  public int decided() {
    return wins + losses;
  }

  /** {@return the smallest p-value that so many decided pairs can give: 2 / 2^decided} */
  public static double smallestPValue(int decided) {
    return Math.min(1, Math.scalb(2.0, -decided));
  }

  /** {@return the fewest pairs whose smallest p-value is at most {@code alpha}; 6 for 0.05} */
  public static int fewestPairs(double alpha) {
    requireAlpha(alpha);
    int pairs = 1;
    while (smallestPValue(pairs) > alpha) {
      pairs++;
    }
    return pairs;
  }

  /**
   * {@return the chance that the test finds the better side among so many decided pairs}
   *
   * <p>P(Binomial(decided, winShare) &ge; c), with c the fewest wins that are significant.
   */
  public static double power(int decided, double winShare, double alpha) {
    return new PowerTable(decided, winShare, alpha).power(decided);
  }

  /**
   * {@return the chance that the test finds the better side, whatever number of pairs is decided}
   *
   * <p>Sum over m of P(Binomial(pairs, decidedShare) = m) P(Binomial(m, winShare) &ge; c(m)), with
   * c(m) the fewest wins that are significant among m decided pairs. Exact, no simulation.
   *
   * @param decidedShare how often a pair is decided at all, in [0, 1]
   * @param winShare how often the better side wins a decided pair, in [1/2, 1]
   */
  public static double power(int pairs, double decidedShare, double winShare, double alpha) {
    return new PowerTable(pairs, winShare, alpha).power(pairs, decidedShare);
  }

  /**
   * {@return a number of pairs with which the test finds the better side with the chance {@code
   * target}, while one pair fewer is not enough; empty if {@code limit} pairs are not}
   */
  public static OptionalInt pairsForPower(
      double target, double decidedShare, double winShare, double alpha, int limit) {
    PowerTable table = new PowerTable(limit, winShare, alpha);
    if (table.power(limit, decidedShare) < target) {
      return OptionalInt.empty();
    }
    int tooFew = 0;
    int enough = limit;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      boolean isEnough = table.power(middle, decidedShare) >= target;
      enough = isEnough ? middle : enough;
      tooFew = isEnough ? tooFew : middle;
    }
    return OptionalInt.of(enough);
  }

  static void requireAlpha(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be in (0, 1), was " + alpha);
    }
  }
}
