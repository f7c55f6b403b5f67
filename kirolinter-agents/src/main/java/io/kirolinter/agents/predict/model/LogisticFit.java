package io.kirolinter.agents.predict.model;

/**
 * Fits the coefficients of a logistic model by Newton's method, with a ridge: the larger it is, the
 * closer the slopes stay to where they begin. The intercept is free.
 */
final class LogisticFit {

  private static final int MOST_STEPS = 30;
  private static final double CLOSE = 1e-8;

  /** Keeps the system solvable where a feature never differs. */
  private static final double FLOOR = 1e-9;

  private final double ridge;
  private final double[] start;

  /**
   * Begins at coefficients.
   *
   * @param start the intercept first
   */
  LogisticFit(double ridge, double[] start) {
    this.ridge = ridge;
    this.start = start.clone();
  }

  /**
   * {@return the coefficients, the intercept first}
   *
   * @param rows the features of each example
   * @param happened what became of it
   */
  double[] coefficients(double[][] rows, boolean[] happened) {
    double[] now = start.clone();
    double largest = Double.MAX_VALUE;
    for (int step = 0; step < MOST_STEPS && largest >= CLOSE; step++) {
      double[] change = LinearSystem.solved(curvature(rows, now), slope(rows, happened, now));
      largest = 0;
      for (int j = 0; j < now.length; j++) {
        now[j] -= change[j];
        largest = Math.max(largest, Math.abs(change[j]));
      }
    }
    return now;
  }

  private double[] slope(double[][] rows, boolean[] happened, double[] now) {
    double[] slope = new double[now.length];
    for (int i = 0; i < rows.length; i++) {
      double off = Logistic.of(Logistic.sum(now, rows[i])) - (happened[i] ? 1 : 0);
      slope[0] += off;
      for (int j = 1; j < now.length; j++) {
        slope[j] += off * rows[i][j - 1];
      }
    }
    for (int j = 1; j < now.length; j++) {
      slope[j] += ridge * (now[j] - start[j]);
    }
    return slope;
  }

  private double[][] curvature(double[][] rows, double[] now) {
    double[][] curvature = new double[now.length][now.length];
    for (double[] row : rows) {
      double chance = Logistic.of(Logistic.sum(now, row));
      add(curvature, row, chance * (1 - chance));
    }
    for (int j = 0; j < now.length; j++) {
      curvature[j][j] += (j == 0 ? 0 : ridge) + FLOOR;
    }
    return curvature;
  }

  private static void add(double[][] curvature, double[] row, double weight) {
    for (int j = 0; j < curvature.length; j++) {
      double left = weight * (j == 0 ? 1 : row[j - 1]);
      for (int k = 0; k < curvature.length; k++) {
        curvature[j][k] += left * (k == 0 ? 1 : row[k - 1]);
      }
    }
  }
}
