package io.kirolinter.analytics.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The slope of values over time: the median of the slopes between any two of them, which a few wild
 * values do not move. Up to 29 % of them may be arbitrary.
 *
 * <p>Of N slopes in order, the interval reaches from the ((N - z &sigma;) / 2)-th to the ((N + z
 * &sigma;) / 2)-th, with the standard deviation &sigma; of {@link MannKendall}'s S. Assumes errors
 * of one distribution, independent of each other; its level holds for ten values or more. Source:
 * P. Sen, JASA 63 (1968), 1379-1389.
 *
 * @param slope by how much the value rises in one unit of time
 * @param interval of 95 %
 */
public record TheilSen(double slope, Interval interval) {

  private static final double LEVEL = 0.95;

  /**
   * {@return the slope through these points}
   *
   * @param times rising, of any unit; two that are equal have no slope
   * @param values one for each time
   * @throws IllegalArgumentException if no two times differ
   */
  public static TheilSen of(List<Double> times, List<Double> values) {
    double[] slopes = slopes(times, values);
    if (slopes.length == 0) {
      throw new IllegalArgumentException(
          "a slope needs two times that differ, were %d points".formatted(times.size()));
    }
    double width =
        NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - LEVEL) / 2)
            * MannKendall.of(values).deviation();
    int low = (int) Math.max(Math.rint((slopes.length - width) / 2) - 1, 0);
    int high = (int) Math.min(Math.rint((slopes.length + width) / 2), slopes.length - 1.0);
    return new TheilSen(median(slopes), new Interval(slopes[low], slopes[high], LEVEL));
  }

  private static double[] slopes(List<Double> times, List<Double> values) {
    double[] slopes = new double[times.size() * Math.max(0, times.size() - 1) / 2];
    int count = 0;
    for (int i = 0; i < times.size(); i++) {
      for (int j = i + 1; j < times.size(); j++) {
        double run = times.get(j) - times.get(i);
        if (run != 0) {
          slopes[count++] = (values.get(j) - values.get(i)) / run;
        }
      }
    }
    double[] found = Arrays.copyOf(slopes, count);
    Arrays.sort(found);
    return found;
  }

  private static double median(double... sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
  }
}
