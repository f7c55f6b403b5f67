package io.kirolinter.agents.predict.model;

/** The logistic function. */
final class Logistic {

  private Logistic() {}

  static double of(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** {@return the logit of a row, by coefficients of which the first is the intercept} */
  static double sum(double[] coefficients, double[] row) {
    double sum = coefficients[0];
    for (int j = 0; j < row.length; j++) {
      sum += coefficients[j + 1] * row[j];
    }
    return sum;
  }
}
