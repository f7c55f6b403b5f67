package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

/** A run: its name, what it is to do, and how far it is. */
public record Run(RunId id, RunPlan plan, RunState state) {

  public Run {
    requireNonNull(id, "id");
    requireNonNull(plan, "plan");
    requireNonNull(state, "state");
  }

  /** {@return who drives the run now: as it was planned, unless it was switched since} */
  public RunMode mode() {
    return state.dialogue().mode().orElse(plan.mode());
  }

  public Run withState(RunState next) {
    return new Run(id, plan, next);
  }
}
