package io.kirolinter.agents.predict.model;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.predict.metric.Outcome;

/** Files of a past moment, and what became of them: what a model is fitted on and judged by. */
public record Example(FeatureTable features, Outcome outcome) {

  public Example {
    requireNonNull(features, "features");
    if (features.files() != outcome.files()) {
      throw new IllegalArgumentException(
          "there must be an outcome for each file, was %d for %d"
              .formatted(outcome.files(), features.files()));
    }
  }
}
