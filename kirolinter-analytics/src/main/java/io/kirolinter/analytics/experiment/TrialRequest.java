package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

/**
 * One run that an experiment asks for.
 *
 * @param pair the number of its pair, from 1
 * @param block the number of the snapshot, from 1; the same for both runs of a pair
 */
public record TrialRequest(String experimentId, int pair, int block, Arm arm, String template) {

  public TrialRequest {
    requireNonNull(experimentId, "experimentId");
    requireNonNull(arm, "arm");
    requireNonNull(template, "template");
  }
}
