package io.kirolinter.analytics.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Whether two independent samples have the same quantile, at every moment at once, with nothing
 * assumed about their distributions: for the 90th percentile of durations while they come in.
 *
 * <p>A common quantile x would have a share of about p below it in both samples; each share is
 * judged by the two-sided beta-binomial {@link MixtureBoundary}, and the p-value is that of the x
 * that explains both best. Source: S. Howard and A. Ramdas, Sequential estimation of quantiles with
 * applications to A/B testing and best-arm identification, Bernoulli 28 (2022), 1704-1728.
 */
public final class QuantileTest {

  private final double quantile;
  private final MixtureBoundary mixture;

  /**
   * @param quantile in (0, 1), such as 0.5
   * @param tightestAt after how many values of a sample the test is tightest
   * @param alpha for which it is tuned
   */
  public QuantileTest(double quantile, int tightestAt, double alpha) {
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile must be in (0, 1), was " + quantile);
    }
    this.quantile = quantile;
    this.mixture =
        MixtureBoundary.betaBinomial(
            tightestAt * quantile * (1 - quantile),
            alpha,
            quantile,
            1 - quantile,
            Alternative.TWO_SIDED);
  }

  /**
   * {@return the two-sided p-value; it holds whenever one looks}
   *
   * @throws IllegalArgumentException if a sample is empty
   */
  public double pValue(Collection<Double> a, Collection<Double> b) {
    Sample one = new Sample(a);
    Sample other = new Sample(b);
    double least =
        DoubleStream.concat(one.candidates(), other.candidates())
            .map(x -> one.against(x) + other.against(x))
            .min()
            .orElseThrow();
    return Math.min(1, Math.exp(-least));
  }

  private final class Sample {

    private final double[] sorted;
    private final double likeliest;
    private final double low;
    private final double high;

    Sample(Collection<Double> values) {
      sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      if (sorted.length == 0) {
        throw new IllegalArgumentException("a sample must have values");
      }
      likeliest = minimum(this::ofShare);
      int place = (int) Math.floor(likeliest * sorted.length);
      low = sorted[Math.max(0, (int) Math.ceil(likeliest * sorted.length) - 1)];
      high = sorted[Math.min(place, sorted.length - 1)];
    }

    DoubleStream candidates() {
      return Arrays.stream(sorted);
    }

    /** The evidence against x as the quantile of this sample. */
    double against(double x) {
      if (x < low) {
        return ofShare((double) countUpTo(x) / sorted.length);
      }
      return x > high ? ofShare((double) countBelow(x) / sorted.length) : ofShare(likeliest);
    }

    private double ofShare(double share) {
      int n = sorted.length;
      return mixture.logValue((share - quantile) * n, quantile * (1 - quantile) * n);
    }

    private long countUpTo(double x) {
      return Arrays.stream(sorted).filter(value -> value <= x).count();
    }

    private long countBelow(double x) {
      return Arrays.stream(sorted).filter(value -> value < x).count();
    }
  }

  private static double minimum(DoubleUnaryOperator function) {
    return new BrentOptimizer(1e-10, 1e-12)
        .optimize(
            new UnivariateObjectiveFunction(function::applyAsDouble),
            GoalType.MINIMIZE,
            new SearchInterval(0, 1),
            new MaxEval(1_000))
        .getPoint();
  }
}
