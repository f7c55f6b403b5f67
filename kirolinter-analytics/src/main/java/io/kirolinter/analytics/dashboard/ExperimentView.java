package io.kirolinter.analytics.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * An experiment, as people look at it.
 *
 * @param id its id
 * @param compared what was compared, such as {@code a: quick_fix, b: full_review}
 * @param state how far it is, such as {@code 12 of 30 pairs}
 * @param verdict {@code a}, {@code b} or {@code inconclusive}
 * @param meaning what the estimate is, for people
 * @param estimate of the primary metric; empty if nothing can be said
 * @param low of its interval
 * @param high of its interval
 */
public record ExperimentView(
    String id,
    String compared,
    String state,
    String verdict,
    String meaning,
    OptionalDouble estimate,
    OptionalDouble low,
    OptionalDouble high) {

  public ExperimentView {
    requireNonNull(id, "id");
    requireNonNull(compared, "compared");
    requireNonNull(state, "state");
    requireNonNull(verdict, "verdict");
    requireNonNull(meaning, "meaning");
    requireNonNull(estimate, "estimate");
    requireNonNull(low, "low");
    requireNonNull(high, "high");
  }
}
