package io.kirolinter.analytics.statistics;

import java.time.Duration;
import java.util.Arrays;
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
 * @param p99 all but one in a hundred took no longer; zero if none ended
 */
public record DurationSummary(int count, Duration median, Duration p90, Duration p99) {

  public static DurationSummary of(Collection<Duration> durations) {
    return ofNanos(durations.stream().mapToLong(Duration::toNanos).toArray());
  }

  /** {@return the summary of durations in nanoseconds, in any order} */
  public static DurationSummary ofNanos(long... durations) {
    if (durations.length == 0) {
      return new DurationSummary(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
    double[] nanos = Arrays.stream(durations).asDoubleStream().toArray();
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(nanos);
    return new DurationSummary(
        nanos.length, quantile(percentile, 50), quantile(percentile, 90), quantile(percentile, 99));
  }

  private static Duration quantile(Percentile percentile, double percent) {
    return Duration.ofNanos(Math.round(percentile.evaluate(percent)));
  }
}
