package io.kirolinter.core.history;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.StepOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * How a step of a run went.
 *
 * @param outcome empty while the step is not over
 * @param attempts how often it was started; 0 if it was skipped
 * @param begun how long after the begin of the run it was started first
 * @param duration from the first start to the end; zero while it is not over
 * @param error the first line of the error of the last failed attempt, if any failed
 */
public record StepFacts(
    String name,
    Optional<StepOutcome> outcome,
    int attempts,
    Duration begun,
    Duration duration,
    Optional<String> error) {

  public StepFacts {
    requireNonNull(name, "name");
    requireNonNull(outcome, "outcome");
    requireNonNull(begun, "begun");
    requireNonNull(duration, "duration");
    requireNonNull(error, "error");
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts must be >= 0, was " + attempts);
    }
  }

  public boolean is(StepOutcome wanted) {
    return outcome.isPresent() && outcome.get() == wanted;
  }

  /** {@return whether it did its work, or had none} */
  public boolean endedWell() {
    return is(StepOutcome.SUCCEEDED) || is(StepOutcome.NOTHING_TO_DO);
  }

  /** {@return whether it is over, and was not left out} */
  public boolean wasTried() {
    return outcome.isPresent() && !is(StepOutcome.SKIPPED);
  }

  /** {@return attempts beyond the first} */
  public int retries() {
    return Math.max(0, attempts - 1);
  }
}
