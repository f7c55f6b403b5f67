package io.kirolinter.core.history;

import io.kirolinter.core.run.StepOutcome;
import java.time.Duration;
import java.util.Optional;

/** How a step went, but for its times: many went the same way. */
record StepCourse(
    String name, Optional<StepOutcome> outcome, int attempts, Optional<String> error) {

  static StepCourse of(StepFacts step) {
    return new StepCourse(step.name(), step.outcome(), step.attempts(), step.error());
  }

  StepFacts at(Duration begun, Duration duration) {
    return new StepFacts(name, outcome, attempts, begun, duration, error);
  }
}
