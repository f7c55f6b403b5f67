package io.kirolinter.analytics.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether values in the order of time rise or fall.
 *
 * <p>S is the number of pairs of which the later value is the higher one, less the number of those
 * of which it is the lower one. Assumes that without a trend every order of the values is equally
 * likely: values that depend on their predecessor make it say "trend" too often. Sources: H. Mann,
 * Econometrica 13 (1945), 245-259; M. Kendall, Rank Correlation Methods.
 *
 * <p>The p-values are exact up to {@value #MOST_EXACT} values, also where some are equal: the
 * number of falling pairs in a random order of a multiset has the distribution of a q-multinomial
 * coefficient. Beyond, they are those of the normal distribution with the variance for ties and a
 * continuity correction of 1.
 *
 * @param count how many values there are
 * @param s the statistic
 * @param variance of S without a trend: (n(n-1)(2n+5) - &sum; t(t-1)(2t+5)) / 18, with the sizes t
 *     of the groups of equal values
 * @param rising the chance of an S at least this high without a trend
 * @param falling the chance of an S at most this high without a trend
 * @param pValue the chance of an S at least this far from 0 without a trend
 */
public record MannKendall(
    int count, long s, double variance, double rising, double falling, double pValue) {

  private static final int MOST_EXACT = 40;

  /** {@return the test of these values; nothing can be said of fewer than two, or of equal ones} */
  public static MannKendall of(List<Double> values) {
    double[] data = values.stream().mapToDouble(Double::doubleValue).toArray();
    long s = statistic(data);
    int[] groups = groups(data);
    double variance = variance(groups, data.length);
    return data.length <= MOST_EXACT
        ? exact(data.length, s, variance, groups)
        : normal(data.length, s, variance);
  }

  /** {@return the standard deviation of S without a trend} */
  public double deviation() {
    return Math.sqrt(variance);
  }

  private static long statistic(double... data) {
    long s = 0;
    for (int i = 0; i < data.length; i++) {
      for (int j = i + 1; j < data.length; j++) {
        s += Double.compare(data[j], data[i]);
      }
    }
    return s;
  }

  private static int[] groups(double... data) {
    double[] sorted = data.clone();
    Arrays.sort(sorted);
    int[] sizes = new int[sorted.length];
    int groups = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && Double.compare(sorted[i], sorted[i - 1]) != 0) {
        groups++;
      }
      sizes[groups]++;
    }
    return Arrays.copyOf(sizes, Math.min(sizes.length, groups + 1));
  }

  private static double variance(int[] groups, int n) {
    double sum = n * (n - 1.0) * (2 * n + 5);
    for (int t : groups) {
      sum -= t * (t - 1.0) * (2 * t + 5);
    }
    return sum / 18;
  }

  private static MannKendall exact(int n, long s, double variance, int[] groups) {
    double[] falls = fallingPairs(groups);
    int most = falls.length - 1; // pairs of unequal values: S is most - 2 * falling
    double up = 0;
    double down = 0;
    double far = 0;
    for (int i = 0; i <= most; i++) {
      long other = most - 2L * i;
      up += other >= s ? falls[i] : 0;
      down += other <= s ? falls[i] : 0;
      far += Math.abs(other) >= Math.abs(s) ? falls[i] : 0;
    }
    return new MannKendall(n, s, variance, atMostOne(up), atMostOne(down), atMostOne(far));
  }

  private static MannKendall normal(int n, long s, double variance) {
    if (variance == 0) {
      return new MannKendall(n, s, variance, 1, 1, 1);
    }
    NormalDistribution standard = NormalDistribution.of(0, 1);
    double deviation = Math.sqrt(variance);
    double up = standard.survivalProbability((s - 1) / deviation);
    double down = standard.cumulativeProbability((s + 1) / deviation);
    double far = 2 * standard.survivalProbability((Math.abs(s) - 1) / deviation);
    return new MannKendall(n, s, variance, up, down, atMostOne(far));
  }

  /** The chance of each number of falling pairs, group by group put among those before. */
  private static double[] fallingPairs(int... groups) {
    double[] chances = {1};
    int placed = 0;
    for (int size : groups) {
      chances = product(chances, mixed(placed, size));
      placed += size;
    }
    return chances;
  }

  /**
   * The chance of each number of pairs that fall where {@code high} equal values are put among
   * {@code low} lower ones: the last one is a low one, after all high ones, or a high one.
   */
  private static double[] mixed(int low, int high) {
    double[][] row = new double[high + 1][];
    for (int a = 0; a <= low; a++) {
      double[][] next = new double[high + 1][];
      for (int b = 0; b <= high; b++) {
        double[] chances = new double[a * b + 1];
        if (a + b == 0) {
          chances[0] = 1;
        }
        if (a > 0) {
          add(row[b], (double) a / (a + b), b, chances);
        }
        if (b > 0) {
          add(next[b - 1], (double) b / (a + b), 0, chances);
        }
        next[b] = chances;
      }
      row = next;
    }
    return row[high];
  }

  private static void add(double[] from, double weight, int shift, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i + shift] += weight * from[i];
    }
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      add(b, a[i], i, product);
    }
    return product;
  }

  private static double atMostOne(double chance) {
    return Math.min(1, chance);
  }
}
