package io.kirolinter.agents.predict.model;

/** Solves systems of equations whose matrix is symmetric and positive definite. */
final class LinearSystem {

  private LinearSystem() {}

  /** {@return x where {@code matrix x = right}, by Cholesky's decomposition} */
  static double[] solved(double[][] matrix, double[] right) {
    double[][] lower = decomposed(matrix);
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  private static double[][] decomposed(double[][] matrix) {
    double[][] lower = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }
}
