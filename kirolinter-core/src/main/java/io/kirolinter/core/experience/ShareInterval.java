package io.kirolinter.core.experience;

/**
 * Where a share lies that was seen in a few cases, with a confidence of 95 %: the interval of
 * Wilson (1927), which also holds for few cases and for shares near 0 and 1.
 *
 * @param low 0 or more
 * @param high 1 or less
 */
public record ShareInterval(double low, double high) {

  /** The quantile of the normal distribution at 97.5 %. */
  private static final double Z = 1.959963984540054;

  public ShareInterval {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "0 <= low <= high <= 1 is needed, was %s to %s".formatted(low, high));
    }
  }

  /**
   * {@return the interval for a share}
   *
   * @param hits in how many cases it was so; parts of cases count as such
   * @param cases 0 or more; of none, nothing is known
   */
  public static ShareInterval of(double hits, double cases) {
    if (!(hits >= 0 && hits <= cases)) {
      throw new IllegalArgumentException("0 <= hits <= cases, was %s of %s".formatted(hits, cases));
    }
    if (cases == 0) {
      return new ShareInterval(0, 1);
    }
    double share = hits / cases;
    double z2 = Z * Z / cases;
    double middle = share + z2 / 2;
    double half = Z * Math.sqrt(share * (1 - share) / cases + z2 / (4 * cases));
    return new ShareInterval(
        Math.max(0, (middle - half) / (1 + z2)), Math.min(1, (middle + half) / (1 + z2)));
  }
}
