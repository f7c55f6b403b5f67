package io.kirolinter.analytics.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The Mann-Whitney test of two independent samples, with the Hodges-Lehmann shift and its interval.
 *
 * <p>U counts the pairs (a, b) with a &gt; b, ties as halves; its distribution under the null is
 * added up exactly, also with ties, for which the library approximates. The median of all
 * differences a - b estimates the shift; the interval runs between two of these differences, exact
 * for continuous values and conservative with ties. Assumes independent samples whose distributions
 * differ by a shift only. Sources: H. Mann and D. Whitney, Annals of Mathematical Statistics 18
 * (1947), 50-60; J. Hodges and E. Lehmann, the same 34 (1963), 598-611.
 */
public final class RankSumTest {

  private final double[] a;
  private final double[] b;

  private RankSumTest(double[] a, double[] b) {
    this.a = a;
    this.b = b;
  }

  /**
   * {@return the test of these samples}
   *
   * @throws IllegalArgumentException if one is empty or a value is no number
   */
  public static RankSumTest of(Collection<Double> a, Collection<Double> b) {
    return new RankSumTest(values("a", a), values("b", b));
  }

  /** {@return U of sample A} */
  public double statistic() {
    int[] ranks = doubledRanks();
    return (sumOfA(ranks) - a.length * (a.length + 1)) / 2.0;
  }

  /** {@return the exact p-value} Takes long for samples of some hundreds. */
  public double pValue(Alternative alternative) {
    int[] ranks = doubledRanks();
    double[] chances = sums(ranks);
    int seen = sumOfA(ranks);
    double atMost = Math.min(1, Arrays.stream(chances, 0, seen + 1).sum());
    double atLeast = Math.min(1, Arrays.stream(chances, seen, chances.length).sum());
    return switch (alternative) {
      case A_HIGHER -> atLeast;
      case A_LOWER -> atMost;
      case TWO_SIDED -> Math.min(1, 2 * Math.min(atMost, atLeast));
    };
  }

  /** Twice the ranks in both samples together, those of A first; ties share their mean. */
  private int[] doubledRanks() {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(all);
    return Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
  }

  private int sumOfA(int[] ranks) {
    return Arrays.stream(ranks, 0, a.length).sum();
  }

  /** The chance of each sum of ranks, when every choice of A's places is equally likely. */
  private double[] sums(int[] ranks) {
    int top = Arrays.stream(ranks).sum();
    double[][] ways = new double[a.length + 1][top + 1];
    ways[0][0] = 1;
    int seen = 0;
    for (int rank : ranks) {
      seen++;
      for (int chosen = Math.min(seen, a.length); chosen >= 1; chosen--) {
        for (int sum = top; sum >= rank; sum--) {
          ways[chosen][sum] += ways[chosen - 1][sum - rank];
        }
      }
    }
    double all = Arrays.stream(ways[a.length]).sum();
    return Arrays.stream(ways[a.length]).map(way -> way / all).toArray();
  }

  /** {@return the Hodges-Lehmann estimate of how much higher A is} */
  public double shift() {
    double[] differences = differences();
    int half = differences.length / 2;
    return differences.length % 2 == 1
        ? differences[half]
        : (differences[half - 1] + differences[half]) / 2;
  }

  /**
   * {@return the interval of the shift, with the level it really has; empty if there are too few
   * values for the level wanted}
   */
  public Optional<Interval> interval(double level) {
    double[] chances = distribution(a.length, b.length);
    double below = 0;
    int place = 0;
    while (place < chances.length && 2 * (below + chances[place]) <= 1 - level) {
      below += chances[place];
      place++;
    }
    if (place == 0) {
      return Optional.empty();
    }
    double[] differences = differences();
    return Optional.of(
        new Interval(
            differences[place - 1], differences[differences.length - place], 1 - 2 * below));
  }

  /** The chance of each value of U without ties, by its generating function. */
  private static double[] distribution(int m, int n) {
    double[] counts = new double[m * n + 1];
    counts[0] = 1;
    for (int i = 1; i <= m; i++) {
      for (int u = counts.length - 1; u >= n + i; u--) {
        counts[u] -= counts[u - n - i];
      }
      for (int u = i; u < counts.length; u++) {
        counts[u] += counts[u - i];
      }
    }
    double all = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> count / all).toArray();
  }

  private double[] differences() {
    double[] differences = new double[a.length * b.length];
    int next = 0;
    for (double x : a) {
      for (double y : b) {
        differences[next++] = x - y;
      }
    }
    Arrays.sort(differences);
    return differences;
  }

  private static double[] values(String name, Collection<Double> sample) {
    double[] values = sample.stream().mapToDouble(Double::doubleValue).toArray();
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "%s must have finite values only, and one or more".formatted(name));
    }
    return values;
  }
}
