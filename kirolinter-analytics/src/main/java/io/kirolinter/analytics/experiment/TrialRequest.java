package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

/**
 * One run that an experiment asks for.
 *
 * @param pair the number of its pair, from 1; both runs of a pair work on the same snapshot
 */
public record TrialRequest(String experimentId, int pair, Arm arm, String template) {

  public TrialRequest {
    requireNonNull(experimentId, "experimentId");
    requireNonNull(arm, "arm");
    requireNonNull(template, "template");
  }
}
