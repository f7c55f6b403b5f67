package io.kirolinter.workflow.coordinator;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.RunOptions;
import io.kirolinter.workflow.question.Confirmation;
import java.util.Optional;

/**
 * How a new run is to go on from an old one. Template version, base commit, code and mode stay
 * those of the old one.
 *
 * @param step the first step that runs again; empty for the one that failed, or was left out first
 * @param options empty for those of the old run
 * @param confirmation who is asked; needed exactly if the old run is interactive
 */
public record ForkRequest(
    Optional<String> step, Optional<RunOptions> options, Optional<Confirmation> confirmation) {

  public ForkRequest {
    requireNonNull(step, "step");
    requireNonNull(options, "options");
    requireNonNull(confirmation, "confirmation");
  }

  /** {@return a run that does this step and those after it again} */
  public static ForkRequest from(String step) {
    return new ForkRequest(Optional.of(step), Optional.empty(), Optional.empty());
  }

  /** {@return a run that does the step that failed and those after it again} */
  public static ForkRequest fromFailure() {
    return new ForkRequest(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ForkRequest withOptions(RunOptions wanted) {
    return new ForkRequest(step, Optional.of(wanted), confirmation);
  }

  public ForkRequest asking(Confirmation person) {
    return new ForkRequest(step, options, Optional.of(person));
  }
}
