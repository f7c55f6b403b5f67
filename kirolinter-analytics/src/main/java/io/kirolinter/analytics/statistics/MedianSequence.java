package io.kirolinter.analytics.statistics;

import io.kirolinter.analytics.statistics.SignEProcess.Mixture;
import java.util.Arrays;
import java.util.List;

/**
 * A median of independent values, with a test against zero and an interval that hold at every
 * moment at once.
 *
 * <p>Values over a true median are heads of a fair coin; every c whose signs are not worth 1/alpha
 * to the two-sided {@link SignEProcess} stays in the interval. So it runs between two of the
 * values. Assumes nothing about their distribution; values that equal c tell nothing. Weaker than
 * the {@link SignedRankTest}, which must not be looked at before a planned end.
 */
public final class MedianSequence {

  private final List<Double> values;

  private MedianSequence(List<Double> values) {
    this.values = values;
  }

  /**
   * {@return the sequence after these values, in their order}
   *
   * @throws IllegalArgumentException if one is no number, or there are none
   */
  public static MedianSequence of(List<Double> values) {
    if (values.isEmpty() || values.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException("want one value or more, all numbers, got " + values);
    }
    return new MedianSequence(List.copyOf(values));
  }

  /** {@return the median so far} */
  public double median() {
    double[] sorted = sorted();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** {@return the p-value, at any moment, of a median of zero} */
  public double pValue() {
    SignEProcess process = SignEProcess.start(Mixture.EITHER);
    for (double value : values) {
      process = process.after(outcome(value));
    }
    return process.pValue();
  }

  /** {@return the interval; infinite as long as there are too few values} */
  public Interval interval(double level) {
    int n = values.size();
    int outside = 0;
    while (2 * outside < n
        && Mixture.EITHER.logValue(n - outside, outside) >= Math.log(1 / (1 - level))) {
      outside++;
    }
    double[] sorted = sorted();
    return outside == 0
        ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level)
        : new Interval(sorted[outside - 1], sorted[n - outside], level);
  }

  private double[] sorted() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static PairOutcome outcome(double value) {
    return value > 0 ? PairOutcome.WIN : value < 0 ? PairOutcome.LOSS : PairOutcome.TIE;
  }
}
