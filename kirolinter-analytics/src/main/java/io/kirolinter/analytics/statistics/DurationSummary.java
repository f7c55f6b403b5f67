package io.kirolinter.analytics.statistics;

import java.time.Duration;
import java.util.Collection;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How long things took.
 *
 * <p>Quantiles lie between the two nearest order statistics, in proportion: definition 7 of R.
 * Hyndman and Y. Fan, The American Statistician 50 (1996), 361-365, the usual one.
 *
 * @param count how many ended
 * @param median zero if none did
 * @param p90 nine in ten took no longer; zero if none ended
 */
public record DurationSummary(int count, Duration median, Duration p90) {

  public static DurationSummary of(Collection<Duration> durations) {
    double[] nanos = durations.stream().mapToDouble(Duration::toNanos).toArray();
    return new DurationSummary(nanos.length, quantile(nanos, 50), quantile(nanos, 90));
  }

  private static Duration quantile(double[] nanos, double percent) {
    if (nanos.length == 0) {
      return Duration.ZERO;
    }
    double value = new Percentile().withEstimationType(EstimationType.R_7).evaluate(nanos, percent);
    return Duration.ofNanos(Math.round(value));
  }
}
