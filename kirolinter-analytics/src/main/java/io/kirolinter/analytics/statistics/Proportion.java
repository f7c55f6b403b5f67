package io.kirolinter.analytics.statistics;

import org.apache.commons.math3.stat.interval.BinomialConfidenceInterval;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A share of successes in independent trials, with its interval.
 *
 * @param share successes / trials; 0 without trials
 * @param interval [0, 1] without trials: nothing is known then
 */
public record Proportion(int successes, int trials, double share, Interval interval) {

  private static final BinomialConfidenceInterval WILSON = new WilsonScoreInterval();

  public Proportion {
    requireCounts(successes, trials);
  }

  /**
   * {@return the share with its 95 % score interval}
   *
   * <p>The set of p with |k/n - p| &le; z sqrt(p(1-p)/n). Assumes independent trials of one chance.
   * Near its level on average for any n, which the textbook interval is not. Source: E. B. Wilson,
   * JASA 22 (1927), 209-212.
   */
  public static Proportion wilson(int successes, int trials) {
    requireCounts(successes, trials);
    return of(successes, trials, trials == 0 ? unknown(0.95) : score(successes, trials, 0.95));
  }

  /**
   * {@return the share with its exact interval, which never holds the truth less often than {@code
   * level}}
   *
   * <p>Low is the (1-level)/2 quantile of Beta(k, n-k+1), high the 1-(1-level)/2 quantile of
   * Beta(k+1, n-k). Source: C. Clopper and E. Pearson, Biometrika 26 (1934), 404-413.
   */
  public static Proportion clopperPearson(int successes, int trials, double level) {
    requireCounts(successes, trials);
    double tail = (1 - level) / 2;
    double low = successes == 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1.0);
    double high =
        successes == trials ? 1 : betaQuantile(1 - tail, successes + 1.0, trials - successes);
    return of(successes, trials, new Interval(low, high, level));
  }

  private static Proportion of(int successes, int trials, Interval interval) {
    double share = trials == 0 ? 0 : (double) successes / trials;
    return new Proportion(successes, trials, share, interval);
  }

  private static Interval score(int successes, int trials, double level) {
    ConfidenceInterval score = WILSON.createInterval(trials, successes, level);
    double low = successes == 0 ? 0 : score.getLowerBound();
    double high = successes == trials ? 1 : score.getUpperBound();
    return new Interval(low, high, level);
  }

  private static Interval unknown(double level) {
    return new Interval(0, 1, level);
  }

  private static double betaQuantile(double probability, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
  }

  private static void requireCounts(int successes, int trials) {
    if (successes < 0 || trials < successes) {
      throw new IllegalArgumentException(
          "want 0 <= successes <= trials, was %d of %d".formatted(successes, trials));
    }
  }
}
