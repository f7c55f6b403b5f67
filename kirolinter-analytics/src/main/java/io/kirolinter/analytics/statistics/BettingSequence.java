package io.kirolinter.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * An interval of the mean of values in [0, 1] that holds at every moment at once, by betting.
 *
 * <p>Against each mean m two players bet, one on higher and one on lower values: their wealth is
 * the product of 1 + l_t (x_t - m) and of 1 - l_t (x_t - m). The bets l_t = sqrt(2 log(2/alpha) /
 * (t log(1+t) v)) look at earlier values only; v is their variance, with one imagined value at 1/2
 * of variance 1/4, and bets stop at half of what could ruin. The interval holds every m against
 * which neither player has ever had 2/alpha. Assumes that each value has the mean m, whatever came
 * before; nothing about their distribution. For a share of issues fixed, or for (1 + D)/2 with
 * differences D in [-1, 1].
 *
 * <p>Source: I. Waudby-Smith and A. Ramdas, Estimating means of bounded random variables by
 * betting, Journal of the Royal Statistical Society B 86 (2024), 1-27, the hedged capital process.
 */
public final class BettingSequence {

  private static final double MOST_STAKED = 0.5;
  private static final double ACCURACY = 1e-9;
  private static final double EDGE = 1e-12;

  private final double[] values;

  private BettingSequence(double[] values) {
    this.values = values;
  }

  /**
   * {@return the sequence after these values, in their order}
   *
   * @throws IllegalArgumentException if one is not in [0, 1]
   */
  public static BettingSequence of(List<Double> values) {
    for (double value : values) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("values must be in [0, 1], was " + value);
      }
    }
    return new BettingSequence(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * {@return the wealth after each value of who bets on values higher than {@code mean}} It starts
   * with 1, and under a mean of at most this the chance that it ever reaches 1/{@code alpha} is at
   * most {@code alpha}.
   *
   * @param mean in (0, 1)
   * @param alpha at which the bets aim
   */
  public List<Double> wealthOnHigher(double mean, double alpha) {
    List<Double> wealth = new ArrayList<>();
    double[] bets = bets(values, alpha);
    double now = 1;
    for (int t = 0; t < values.length; t++) {
      now *= 1 + Math.min(bets[t], MOST_STAKED / mean) * (values[t] - mean);
      wealth.add(now);
    }
    return wealth;
  }

  /** {@return the interval that all values so far leave; [0, 1] without any} */
  public Interval interval(double level) {
    double[] mirrored = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      mirrored[t] = 1 - values[t];
    }
    double alpha = (1 - level) / 2;
    double low = low(values, alpha);
    return new Interval(low, Math.max(low, 1 - low(mirrored, alpha)), level);
  }

  /** The lowest mean against which a bet on higher values has never reached 1/alpha. */
  private static double low(double[] values, double alpha) {
    BettingSequence sequence = new BettingSequence(values);
    UnivariateFunction missing =
        mean ->
            Math.log(1 / alpha)
                - Math.log(sequence.wealthOnHigher(mean, alpha).stream().reduce(1.0, Math::max));
    return missing.value(EDGE) >= 0
        ? 0
        : new BrentSolver(ACCURACY, ACCURACY).solve(500, missing, EDGE, 1 - EDGE);
  }

  private static double[] bets(double[] values, double alpha) {
    double[] bets = new double[values.length];
    double sum = 0.5;
    double squares = 0.25;
    for (int t = 1; t <= values.length; t++) {
      double variance = squares / t;
      bets[t - 1] = Math.sqrt(2 * Math.log(1 / alpha) / (t * Math.log(1.0 + t) * variance));
      sum += values[t - 1];
      squares += Math.pow(values[t - 1] - sum / (t + 1), 2);
    }
    return bets;
  }
}
