package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

/**
 * One pair of a plan: both templates on the same snapshot, one after the other.
 *
 * @param number from 1
 * @param first the side that runs first
 */
public record PlannedPair(int number, Arm first) {

  public PlannedPair {
    requireNonNull(first, "first");
  }
}
