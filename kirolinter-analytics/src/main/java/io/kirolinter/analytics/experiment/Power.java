package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.SequentialSignTest;
import io.kirolinter.analytics.statistics.SignTest;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * What an experiment can find.
 *
 * @param target the chance with which it is to find it
 * @param decidedPairs pairs in which the templates remove a different number of findings; before
 *     the start, all planned ones
 * @param minimumDetectableShare the smallest share of decided pairs that the better template must
 *     win, in truth, to be found with that chance; exact; empty if even winning all is not enough
 */
public record Power(double target, int decidedPairs, OptionalDouble minimumDetectableShare) {

  static final double USUAL_TARGET = 0.8;

  private static final double ACCURACY = 1e-6;

  static Power of(ExperimentDesign design, int decidedPairs) {
    SequentialSignTest sequential = new SequentialSignTest(design.pairs(), design.alpha());
    DoubleUnaryOperator power =
        design.stopping() == Stopping.WHEN_DECIDED
            ? share -> sequential.powerOf(decidedPairs, share)
            : share -> SignTest.power(decidedPairs, share, design.alpha());
    return new Power(USUAL_TARGET, decidedPairs, smallestShare(power));
  }

  private static OptionalDouble smallestShare(DoubleUnaryOperator power) {
    if (power.applyAsDouble(1) < USUAL_TARGET) {
      return OptionalDouble.empty();
    }
    double low = 0.5;
    double high = 1;
    while (high - low > ACCURACY) {
      double middle = (low + high) / 2;
      boolean enough = power.applyAsDouble(middle) >= USUAL_TARGET;
      low = enough ? low : middle;
      high = enough ? middle : high;
    }
    return OptionalDouble.of(high);
  }
}
