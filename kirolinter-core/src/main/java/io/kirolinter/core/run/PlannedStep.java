package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

/**
 * A step of a plan.
 *
 * @param name the name under which an agent offers the step
 */
public record PlannedStep(String name, Criticality criticality, RetryPolicy retry) {

  public PlannedStep {
    requireNonNull(criticality, "criticality");
    requireNonNull(retry, "retry");
    if (name.isBlank()) {
      throw new IllegalArgumentException("step name must not be blank");
    }
  }
}
