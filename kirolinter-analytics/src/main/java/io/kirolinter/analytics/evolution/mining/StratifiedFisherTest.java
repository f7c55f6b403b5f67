package io.kirolinter.analytics.evolution.mining;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * The exact test of a common association in several 2 x 2 tables, one for each stratum.
 *
 * <p>Its statistic is that of Mantel and Haenszel, the sum over strata of useful runs that have the
 * pattern. Under the null, given the margins of each table, each term is hypergeometric, and the
 * strata are independent; so the sum has the convolution of these laws, and no approximation is
 * needed. With one stratum it is Fisher's exact test. Sources: N. Mantel, W. Haenszel, JNCI 22
 * (1959), 719-748; R. A. Fisher, JRSS 98 (1935), 39-82.
 *
 * <p>It holds where the runs of a stratum are independent and have one chance of being useful, if
 * the null is true. Runs of the past were not drawn, so what it finds is a hypothesis.
 */
final class StratifiedFisherTest {

  /** As equal floating-point numbers may differ in their last digits. */
  private static final double SLACK = 1 + 1e-7;

  private final double[] law;
  private final int lowest;
  private final int observed;
  private final double expected;

  private StratifiedFisherTest(double[] law, int lowest, int observed) {
    this.law = law;
    this.lowest = lowest;
    this.observed = observed;
    double mean = 0;
    for (int i = 0; i < law.length; i++) {
      mean += law[i] * (lowest + i);
    }
    expected = mean;
  }

  /** The runs of one stratum. */
  record Table(int usefulWith, int otherWith, int usefulWithout, int otherWithout) {

    Table {
      if (Math.min(Math.min(usefulWith, otherWith), Math.min(usefulWithout, otherWithout)) < 0) {
        throw new IllegalArgumentException("counts must be >= 0");
      }
    }

    private HypergeometricDistribution law() {
      int all = usefulWith + otherWith + usefulWithout + otherWithout;
      return HypergeometricDistribution.of(all, usefulWith + usefulWithout, usefulWith + otherWith);
    }
  }

  /** {@return the test of these strata; empty ones tell nothing} */
  static StratifiedFisherTest of(List<Table> strata) {
    double[] law = {1};
    int lowest = 0;
    int observed = 0;
    for (Table table : strata) {
      if (table.usefulWith() + table.otherWith() + table.usefulWithout() + table.otherWithout()
          > 0) {
        HypergeometricDistribution one = table.law();
        law = convolved(law, one);
        lowest += one.getSupportLowerBound();
        observed += table.usefulWith();
      }
    }
    return new StratifiedFisherTest(law, lowest, observed);
  }

  private static double[] convolved(double[] law, HypergeometricDistribution one) {
    int low = one.getSupportLowerBound();
    int width = one.getSupportUpperBound() - low + 1;
    double[] sum = new double[law.length + width - 1];
    for (int j = 0; j < width; j++) {
      double chance = one.probability(low + j);
      for (int i = 0; i < law.length; i++) {
        sum[i + j] += law[i] * chance;
      }
    }
    return sum;
  }

  /**
   * {@return the chance of so many useful runs with the pattern, or more, if it does not matter}
   */
  double greater() {
    return Math.min(1, Arrays.stream(law, observed - lowest, law.length).sum());
  }

  /** {@return the chance of an outcome that is no likelier than this one, if it does not matter} */
  double twoSided() {
    double limit = law[observed - lowest] * SLACK;
    return Math.min(1, Arrays.stream(law).filter(chance -> chance <= limit).sum());
  }

  /** {@return whether more runs with the pattern were useful than would be if it did not matter} */
  boolean isFavourable() {
    return observed > expected;
  }

  /** {@return the smallest p-value that such margins allow} */
  double smallestPValue() {
    double rarest = Arrays.stream(law).min().orElseThrow() * SLACK;
    return Math.min(1, Arrays.stream(law).filter(chance -> chance <= rarest).sum());
  }
}
