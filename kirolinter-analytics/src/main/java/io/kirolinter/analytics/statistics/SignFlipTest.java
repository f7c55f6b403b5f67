package io.kirolinter.analytics.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.random.RandomGenerator;

/**
 * The sign-flip test of paired differences: is their sum further from zero than by chance?
 *
 * <p>Under the null each difference could as well have had the other sign, so all 2^n choices of
 * signs are equally likely; the two-sided p-value is the share of them whose sum is at least as far
 * from zero. Assumes independent pairs and differences that are symmetric around zero under the
 * null, which a random order inside each pair gives. It follows the mean, and so a single extreme
 * difference; the {@link SignedRankTest} does not. Source: R. Fisher, The Design of Experiments,
 * 1935, section 21.
 */
public final class SignFlipTest {

  /** Up to this many differences other than zero, all choices are gone through. */
  public static final int MOST_ENUMERATED = 20;

  /** Sums that differ by less are the same one, added up in another order. */
  private static final double ROUNDING = 1e-12;

  private final double[] sizes;
  private final double sum;

  private SignFlipTest(double[] differences) {
    this.sizes = Arrays.stream(differences).map(Math::abs).filter(size -> size > 0).toArray();
    this.sum = Math.abs(Arrays.stream(differences).sum());
  }

  /**
   * {@return the test of these differences}
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public static SignFlipTest of(Collection<Double> differences) {
    double[] values = differences.stream().mapToDouble(Double::doubleValue).toArray();
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("differences must be finite, were " + differences);
    }
    return new SignFlipTest(values);
  }

  /**
   * {@return the exact two-sided p-value}
   *
   * @throws IllegalStateException if more than {@value #MOST_ENUMERATED} differences are not zero
   */
  public double pValue() {
    if (sizes.length > MOST_ENUMERATED) {
      throw new IllegalStateException(
          "%d differences are too many to enumerate; draw".formatted(sizes.length));
    }
    int choices = 1 << sizes.length;
    int extreme = 0;
    for (int signs = 0; signs < choices; signs++) {
      extreme += isExtreme(signs) ? 1 : 0;
    }
    return (double) extreme / choices;
  }

  /**
   * {@return a p-value from so many choices drawn at random, (extreme + 1) / (drawn + 1)} It keeps
   * the level, whatever the number. Source: B. Phipson and G. Smyth, Statistical Applications in
   * Genetics and Molecular Biology 9 (2010), 39.
   */
  public double pValue(int drawn, RandomGenerator random) {
    int extreme = 0;
    for (int i = 0; i < drawn; i++) {
      double flipped = 0;
      for (double size : sizes) {
        flipped += random.nextBoolean() ? size : -size;
      }
      extreme += isExtreme(flipped) ? 1 : 0;
    }
    return (extreme + 1.0) / (drawn + 1.0);
  }

  private boolean isExtreme(int signs) {
    double flipped = 0;
    for (int i = 0; i < sizes.length; i++) {
      flipped += (signs >> i & 1) == 1 ? sizes[i] : -sizes[i];
    }
    return isExtreme(flipped);
  }

  private boolean isExtreme(double flipped) {
    return Math.abs(flipped) >= sum - ROUNDING * Math.max(1, sum);
  }
}
