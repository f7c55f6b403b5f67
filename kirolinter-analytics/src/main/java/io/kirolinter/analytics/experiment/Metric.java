package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure by which the templates are compared.
 *
 * @param name {@code useful-work}, {@code success} or {@code duration}
 * @param meaning what the estimate is, for people
 * @param pairs how many pairs it rests on
 * @param estimate empty if no pair tells anything
 * @param low of the interval, whose level is 1 - alpha or a little more; empty if there are too few
 *     pairs for one
 * @param high as {@code low}
 * @param pValue two-sided; empty where none can be given honestly, as the warnings say
 * @param adjustedPValue the same for the primary metric; for the others adjusted by Holm
 */
public record Metric(
    String name,
    String meaning,
    int pairs,
    OptionalDouble estimate,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble pValue,
    OptionalDouble adjustedPValue,
    String test) {

  public Metric {
    requireNonNull(name, "name");
    requireNonNull(meaning, "meaning");
    requireNonNull(estimate, "estimate");
    requireNonNull(low, "low");
    requireNonNull(high, "high");
    requireNonNull(pValue, "pValue");
    requireNonNull(adjustedPValue, "adjustedPValue");
    requireNonNull(test, "test");
  }

  static Metric described(String name, String meaning, int pairs, String test) {
    OptionalDouble none = OptionalDouble.empty();
    return new Metric(name, meaning, pairs, none, none, none, none, none, test);
  }

  Metric estimated(double value, Optional<Interval> interval) {
    return new Metric(
        name,
        meaning,
        pairs,
        OptionalDouble.of(value),
        interval.map(i -> OptionalDouble.of(i.low())).orElse(OptionalDouble.empty()),
        interval.map(i -> OptionalDouble.of(i.high())).orElse(OptionalDouble.empty()),
        pValue,
        adjustedPValue,
        test);
  }

  /** The same with a p-value, for now as its own adjustment. */
  Metric tested(double p) {
    return tested(OptionalDouble.of(p), OptionalDouble.of(p));
  }

  Metric adjusted(double p) {
    return tested(pValue, OptionalDouble.of(p));
  }

  Metric untested() {
    return tested(OptionalDouble.empty(), OptionalDouble.empty());
  }

  private Metric tested(OptionalDouble p, OptionalDouble adjusted) {
    return new Metric(name, meaning, pairs, estimate, low, high, p, adjusted, test);
  }
}
