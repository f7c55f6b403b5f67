package io.kirolinter.analytics.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.UnconditionedExactTest;

/**
 * Successes and failures of two independent samples, not of pairs; for pairs use a {@link
 * PairTest}.
 *
 * @param successesA of sample A
 * @param failuresA of sample A
 * @param successesB of sample B
 * @param failuresB of sample B
 */
public record TwoByTwo(int successesA, int failuresA, int successesB, int failuresB) {

  private static final double ROUNDING = 1e-9;

  public TwoByTwo {
    if (Math.min(Math.min(successesA, failuresA), Math.min(successesB, failuresB)) < 0) {
      throw new IllegalArgumentException("counts must be >= 0");
    }
    if (successesA + failuresA == 0 || successesB + failuresB == 0) {
      throw new IllegalArgumentException("both samples must have trials");
    }
  }

  /**
   * {@return Fisher's exact p-value}
   *
   * <p>Given both margins the successes of A are hypergeometric under the null; two-sided, all
   * tables that are no likelier count. Conservative. Source: R. Fisher, Journal of the Royal
   * Statistical Society 98 (1935), 39-54.
   */
  public double fisher(Alternative alternative) {
    int a = successesA + failuresA;
    int b = successesB + failuresB;
    int successes = successesA + successesB;
    HypergeometricDistribution ofA = HypergeometricDistribution.of(a + b, successes, a);
    return switch (alternative) {
      case A_HIGHER -> ofA.survivalProbability(successesA - 1);
      case A_LOWER -> ofA.cumulativeProbability(successesA);
      case TWO_SIDED -> noLikelier(ofA);
    };
  }

  /** The library's own test loses tables that are just as likely to rounding. */
  private double noLikelier(HypergeometricDistribution ofA) {
    double most = ofA.probability(successesA) * (1 + ROUNDING);
    double sum = 0;
    for (int x = ofA.getSupportLowerBound(); x <= ofA.getSupportUpperBound(); x++) {
      double probability = ofA.probability(x);
      sum += probability <= most ? probability : 0;
    }
    return Math.min(1, sum);
  }

  /**
   * {@return Boschloo's exact p-value, two-sided twice the smaller one-sided one}
   *
   * <p>The highest chance, over all common shares of success, of a table whose Fisher p-value is at
   * most the one seen. It is never above Fisher's and often far below. The search for the worst
   * share is numerical: accurate to 1e-6. Source: R. Boschloo, Statistica Neerlandica 24 (1970),
   * 1-35.
   */
  public double boschloo(Alternative alternative) {
    if (successesA + successesB == 0 || failuresA + failuresB == 0) {
      return 1;
    }
    if (alternative == Alternative.TWO_SIDED) {
      double smaller = Math.min(boschloo(Alternative.A_HIGHER), boschloo(Alternative.A_LOWER));
      return Math.min(1, 2 * smaller);
    }
    return UnconditionedExactTest.withDefaults()
        .with(UnconditionedExactTest.Method.BOSCHLOO)
        .with(
            alternative == Alternative.A_HIGHER
                ? AlternativeHypothesis.GREATER_THAN
                : AlternativeHypothesis.LESS_THAN)
        .test(columns())
        .getPValue();
  }

  /** That test has its samples in columns. */
  private int[][] columns() {
    return new int[][] {{successesA, successesB}, {failuresA, failuresB}};
  }
}
