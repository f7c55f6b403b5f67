package io.kirolinter.analytics.statistics;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;

/**
 * An interval of a share that holds at every moment at once, however one decides when to look.
 *
 * <p>It holds every p against which the bet on a Beta(1/2, 1/2) mixture of shares is not worth 1 /
 * (1 - level): B(k+1/2, n-k+1/2) / B(1/2, 1/2) / (p^k (1-p)^(n-k)). Under p that bet is a
 * nonnegative martingale that starts with 1. Assumes that each trial succeeds with the chance p,
 * whatever came before. Source: H. Robbins, Annals of Mathematical Statistics 41 (1970), 1397-1409.
 */
public final class ShareSequence {

  private static final double ACCURACY = 1e-12;

  private ShareSequence() {}

  /** {@return the interval after so many trials; [0, 1] without any} */
  public static Interval interval(int successes, int trials, double level) {
    if (successes < 0 || trials < successes) {
      throw new IllegalArgumentException(
          "want 0 <= successes <= trials, was %d of %d".formatted(successes, trials));
    }
    if (trials == 0) {
      return new Interval(0, 1, level);
    }
    double share = (double) successes / trials;
    UnivariateFunction unlikely = p -> logValue(successes, trials, p) - Math.log(1 / (1 - level));
    return new Interval(
        successes == 0 ? 0 : solve(unlikely, 0, share),
        successes == trials ? 1 : solve(unlikely, share, 1),
        level);
  }

  /** The logarithm of the bet; at the ends of [0, 1] large, in place of infinite. */
  private static double logValue(int successes, int trials, double p) {
    double inside = Math.min(Math.max(p, Double.MIN_NORMAL), 1 - 1e-16);
    return Beta.logBeta(successes + 0.5, trials - successes + 0.5)
        - Beta.logBeta(0.5, 0.5)
        - successes * Math.log(inside)
        - (trials - successes) * Math.log1p(-inside);
  }

  private static double solve(UnivariateFunction unlikely, double low, double high) {
    return new BrentSolver(ACCURACY, ACCURACY).solve(500, unlikely, low, high);
  }
}
