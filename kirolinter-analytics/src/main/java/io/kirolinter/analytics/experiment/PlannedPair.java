package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

/**
 * One pair of a plan: both templates on the same snapshot, one after the other.
 *
 * @param number from 1
 * @param first the side that runs first
 * @param block the number of the snapshot that both run on, from 1
 */
public record PlannedPair(int number, Arm first, int block) {

  public PlannedPair {
    requireNonNull(first, "first");
  }
}
