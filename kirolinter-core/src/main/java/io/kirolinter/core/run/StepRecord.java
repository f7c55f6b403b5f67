package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a step that was started, or skipped.
 *
 * @param outcome empty while the step is not over
 * @param attempts how often it was started, takeovers included; 0 if it was skipped
 * @param summary one sentence for people; empty while the step is not over
 * @param error the message of the last failed attempt, if any failed
 */
public record StepRecord(
    String name,
    Optional<StepOutcome> outcome,
    int attempts,
    Instant startedAt,
    Optional<Instant> endedAt,
    String summary,
    Optional<String> error) {

  public StepRecord {
    requireNonNull(name, "name");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(summary, "summary");
    requireNonNull(error, "error");
    if (outcome.isPresent() != endedAt.isPresent()) {
      throw new IllegalArgumentException("step '" + name + "' has an end exactly if an outcome");
    }
  }

  /** {@return the record of a step whose first attempt begins} */
  public static StepRecord started(String name, Instant at) {
    return new StepRecord(name, Optional.empty(), 1, at, Optional.empty(), "", Optional.empty());
  }

  /** {@return the record of a step that is not run} */
  public static StepRecord skipped(String name, Instant at, String why) {
    return new StepRecord(
        name, Optional.of(StepOutcome.SKIPPED), 0, at, Optional.of(at), why, Optional.empty());
  }

  /** {@return the same step, one attempt further} */
  public StepRecord triedAgain(Optional<String> lastError) {
    return new StepRecord(name, outcome, attempts + 1, startedAt, endedAt, summary, lastError);
  }

  public StepRecord ended(StepOutcome how, Instant at, String what, Optional<String> lastError) {
    return new StepRecord(
        name, Optional.of(how), attempts, startedAt, Optional.of(at), what, lastError);
  }

  /** {@return the time from the first start to the end; zero while the step is not over} */
  @JsonIgnore
  public Duration duration() {
    return endedAt.map(end -> Duration.between(startedAt, end)).orElse(Duration.ZERO);
  }

  @JsonIgnore
  public boolean isOver() {
    return outcome.isPresent();
  }
}
