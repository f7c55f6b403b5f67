package io.kirolinter.analytics.statistics;

import java.util.Collection;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;

/**
 * Student's tests of means, for values that are about normal: of logarithms, never of raw
 * durations, where a single slow run decides (docs/statistics.md has figures).
 *
 * @param statistic t
 * @param degreesOfFreedom of its distribution under the null
 * @param pValue two-sided
 * @param difference of the means, with its 95 % interval: +- t times the standard error
 */
public record MeanTest(
    double statistic, double degreesOfFreedom, double pValue, Difference difference) {

  private static final double LEVEL = 0.95;

  /** The difference of two means with its interval. */
  public record Difference(double value, Interval interval) {}

  /**
   * {@return Welch's test of two independent samples of any variances}
   *
   * <p>t = (mean a - mean b) / sqrt(va/na + vb/nb), with Satterthwaite's degrees of freedom.
   * Source: B. Welch, Biometrika 34 (1947), 28-35.
   *
   * @throws IllegalArgumentException if a sample has fewer than two values or no variance
   */
  public static MeanTest welch(Collection<Double> a, Collection<Double> b) {
    return of(TTest.withDefaults().test(values(a), values(b)), mean(a) - mean(b));
  }

  /**
   * {@return the test of pairs}
   *
   * @throws IllegalArgumentException if there are fewer than two pairs or no variance
   */
  public static MeanTest paired(Collection<Double> differences) {
    return of(TTest.withDefaults().test(values(differences)), mean(differences));
  }

  private static MeanTest of(TTest.Result result, double difference) {
    double t = result.getStatistic();
    double df = result.getDegreesOfFreedom();
    double margin =
        Math.abs(difference / t) * TDistribution.of(df).inverseSurvivalProbability((1 - LEVEL) / 2);
    Interval interval = new Interval(difference - margin, difference + margin, LEVEL);
    return new MeanTest(t, df, result.getPValue(), new Difference(difference, interval));
  }

  private static double mean(Collection<Double> sample) {
    return sample.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static double[] values(Collection<Double> sample) {
    return sample.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
