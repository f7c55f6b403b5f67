package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * A step of a plan.
 *
 * @param name the name under which an agent offers the step
 * @param timeLimit how long one attempt may take, above zero; a longer one is stopped, and has
 *     failed. Empty for no limit
 */
public record PlannedStep(
    String name, Criticality criticality, RetryPolicy retry, Optional<Duration> timeLimit) {

  public PlannedStep {
    requireNonNull(criticality, "criticality");
    requireNonNull(retry, "retry");
    requireNonNull(timeLimit, "timeLimit");
    if (name.isBlank()) {
      throw new IllegalArgumentException("step name must not be blank");
    }
    timeLimit.ifPresent(limit -> requirePositive(name, limit));
  }

  /** A step without a time limit. */
  public PlannedStep(String name, Criticality criticality, RetryPolicy retry) {
    this(name, criticality, retry, Optional.empty());
  }

  public PlannedStep withTimeLimit(Duration limit) {
    return new PlannedStep(name, criticality, retry, Optional.of(limit));
  }

  private static void requirePositive(String step, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(
          "time limit of step '%s' must be > 0, was %s".formatted(step, limit));
    }
  }
}
