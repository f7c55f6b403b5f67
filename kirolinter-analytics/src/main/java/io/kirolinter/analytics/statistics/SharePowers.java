package io.kirolinter.analytics.statistics;

/** The powers of shares and of their complements, at the points where polynomials are looked at. */
final class SharePowers {

  private final double[][] ofShare;
  private final double[][] ofRest;

  /**
   * @param steps one fewer than the points: the places where a Chebyshev polynomial of that degree
   *     is largest, moved to [0, 1], both ends among them
   */
  SharePowers(int steps, int highest) {
    ofShare = new double[steps + 1][highest + 1];
    ofRest = new double[steps + 1][highest + 1];
    for (int i = 0; i <= steps; i++) {
      double sine = Math.sin(i * Math.PI / (2.0 * steps));
      fill(ofShare[i], sine * sine);
      fill(ofRest[steps - i], sine * sine);
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
