package io.kirolinter.analytics.statistics;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * An interval of a share that holds at every moment at once, however one decides when to look.
 *
 * <p>It holds every p against which the two-sided beta-binomial {@link MixtureBoundary} of the
 * centred trials has not reached 1 / (1 - level). Assumes that each trial succeeds with the chance
 * p, whatever came before. Source: S. Howard, A. Ramdas, J. McAuliffe and J. Sekhon, Annals of
 * Statistics 49 (2021), 1055-1080.
 */
public final class ShareSequence {

  private static final double ACCURACY = 1e-12;
  private static final double EDGE = 1e-9;

  private ShareSequence() {}

  /**
   * {@return the interval after so many trials; [0, 1] without any}
   *
   * @param tightestAt after how many trials it is to be tightest, chosen before the first
   */
  public static Interval interval(int successes, int trials, double level, int tightestAt) {
    if (successes < 0 || trials < successes) {
      throw new IllegalArgumentException(
          "want 0 <= successes <= trials, was %d of %d".formatted(successes, trials));
    }
    if (trials == 0) {
      return new Interval(0, 1, level);
    }
    UnivariateFunction unlikely =
        p -> logValue(successes, trials, p, 1 - level, tightestAt) + Math.log(1 - level);
    double share = (double) successes / trials;
    double low = unlikely.value(EDGE) <= 0 ? 0 : solve(unlikely, EDGE, share);
    double high = unlikely.value(1 - EDGE) <= 0 ? 1 : solve(unlikely, share, 1 - EDGE);
    return new Interval(low, high, level);
  }

  private static double logValue(
      int successes, int trials, double p, double alpha, int tightestAt) {
    double variance = p * (1 - p);
    return MixtureBoundary.betaBinomial(
            variance * tightestAt, alpha, p, 1 - p, Alternative.TWO_SIDED)
        .logValue(successes - p * trials, variance * trials);
  }

  private static double solve(UnivariateFunction unlikely, double low, double high) {
    double inside = Math.min(Math.max(high, EDGE), 1 - EDGE);
    return new BrentSolver(ACCURACY, ACCURACY).solve(500, unlikely, Math.max(low, EDGE), inside);
  }
}
