package io.kirolinter.analytics.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The exact Wilcoxon signed-rank test of paired differences, with the Hodges-Lehmann estimate and
 * its interval.
 *
 * <p>V is the sum of the ranks of |d| over the positive d; equal |d| share the mean of their ranks,
 * and zeros are left out. Given the ranks, each of the 2^n choices of signs is equally likely under
 * the null; the distribution of V is added up exactly on doubled ranks, so ties are no
 * approximation. Assumes independent pairs whose differences are symmetric around one centre. The
 * median of the averages (d_i + d_j)/2, i &le; j, zeros included, estimates that centre; the
 * interval runs between two of these averages, exact for continuous differences and conservative
 * with ties.
 *
 * <p>Sources: F. Wilcoxon, Biometrics Bulletin 1 (1945), 80-83; J. Hodges and E. Lehmann, Annals of
 * Mathematical Statistics 34 (1963), 598-611; M. Hollander and D. Wolfe, Nonparametric Statistical
 * Methods, chapter 3. Time grows with the cube of the number of differences; 1,000 take about a
 * second.
 */
public final class SignedRankTest {

  private final double[] differences;
  private final double[] nonZero;

  private SignedRankTest(double[] differences) {
    this.differences = differences;
    this.nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
  }

  /**
   * {@return the test of these differences}
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public static SignedRankTest of(Collection<Double> differences) {
    double[] values = differences.stream().mapToDouble(Double::doubleValue).toArray();
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("differences must be finite, were " + differences);
    }
    return new SignedRankTest(values);
  }

  /** {@return V, the sum of the ranks of the positive differences} */
  public double statistic() {
    return doubledStatistic(doubledRanks()) / 2.0;
  }

  /** {@return the exact two-sided p-value; 1 if no difference is other than zero} */
  public double pValue() {
    int[] ranks = doubledRanks();
    double[] chances = distribution(ranks);
    int v = doubledStatistic(ranks);
    double atMost = Arrays.stream(chances, 0, v + 1).sum();
    double atLeast = Arrays.stream(chances, v, chances.length).sum();
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }

  /**
   * {@return the Hodges-Lehmann estimate of the centre}
   *
   * @throws IllegalStateException without differences
   */
  public double center() {
    if (differences.length == 0) {
      throw new IllegalStateException("no differences, no centre");
    }
    double[] averages = averages();
    int half = averages.length / 2;
    return averages.length % 2 == 1 ? averages[half] : (averages[half - 1] + averages[half]) / 2;
  }

  /**
   * {@return the interval of the centre, with the level it really has; empty if there are too few
   * differences for the level wanted: fewer than 6 for 0.95}
   */
  public Optional<Interval> interval(double level) {
    double[] chances = distribution(plainDoubledRanks());
    double below = 0;
    int place = 0;
    while (2 * place < chances.length && 2 * (below + chances[2 * place]) <= 1 - level) {
      below += chances[2 * place];
      place++;
    }
    if (place == 0) {
      return Optional.empty();
    }
    double[] averages = averages();
    return Optional.of(
        new Interval(
            averages[place - 1], averages[averages.length - place], Math.min(1, 1 - 2 * below)));
  }

  private int[] doubledRanks() {
    if (nonZero.length == 0) {
      return new int[0];
    }
    double[] sizes = Arrays.stream(nonZero).map(Math::abs).toArray();
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(sizes);
    return DoubleStream.of(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
  }

  private int[] plainDoubledRanks() {
    int[] ranks = new int[differences.length];
    Arrays.setAll(ranks, i -> 2 * (i + 1));
    return ranks;
  }

  private int doubledStatistic(int[] doubledRanks) {
    int sum = 0;
    for (int i = 0; i < nonZero.length; i++) {
      sum += nonZero[i] > 0 ? doubledRanks[i] : 0;
    }
    return sum;
  }

  /** The chance of each value of 2V, when every rank is in or out with the same chance. */
  private static double[] distribution(int[] doubledRanks) {
    double[] chances = new double[Arrays.stream(doubledRanks).sum() + 1];
    chances[0] = 1;
    int top = 0;
    for (int rank : doubledRanks) {
      top += rank;
      for (int v = top; v >= 0; v--) {
        chances[v] = (chances[v] + (v < rank ? 0 : chances[v - rank])) / 2;
      }
    }
    return chances;
  }

  private double[] averages() {
    int n = differences.length;
    double[] averages = new double[n * (n + 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        averages[next++] = (differences[i] + differences[j]) / 2;
      }
    }
    Arrays.sort(averages);
    return averages;
  }
}
