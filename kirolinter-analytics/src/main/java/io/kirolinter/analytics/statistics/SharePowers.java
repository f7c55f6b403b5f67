package io.kirolinter.analytics.statistics;

/** The powers of shares and of their complements, at the points where polynomials are looked at. */
final class SharePowers {

  private final double[][] ofShare;
  private final double[][] ofRest;

  /**
   * @param points how many shares: the zeros of a Chebyshev polynomial, moved to [0, 1]
   */
  SharePowers(int points, int highest) {
    ofShare = new double[points][highest + 1];
    ofRest = new double[points][highest + 1];
    for (int i = 0; i < points; i++) {
      double share = (1 + Math.cos((2 * i + 1) * Math.PI / (2.0 * points))) / 2;
      fill(ofShare[i], share);
      fill(ofRest[i], 1 - share);
    }
  }

  int points() {
    return ofShare.length;
  }

  /** The chance of one row of {@code after} pairs of which these {@code decided} ones are. */
  double chance(int point, int decided, int after) {
    return ofShare[point][decided] * ofRest[point][after - decided];
  }

  private static void fill(double[] powers, double base) {
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * base;
    }
  }
}
