package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param steps the steps begun so far, in the order of the plan
 * @param endedAt present exactly if the status is final
 * @param takeovers how often another process went on with the run after a process was lost
 */
public record RunState(
    RunStatus status, List<StepRecord> steps, Optional<Instant> endedAt, int takeovers) {

  public RunState {
    requireNonNull(status, "status");
    steps = List.copyOf(steps);
    if (status.isFinal() != endedAt.isPresent()) {
      throw new IllegalArgumentException("a run has an end exactly if it is over, was " + status);
    }
  }

  public static RunState queued() {
    return new RunState(RunStatus.QUEUED, List.of(), Optional.empty(), 0);
  }

  /** {@return this state with the record of one step put in at the end, or replaced} */
  public RunState withStep(StepRecord step) {
    List<StepRecord> changed = new ArrayList<>(steps);
    changed.replaceAll(known -> known.name().equals(step.name()) ? step : known);
    if (!changed.contains(step)) {
      changed.add(step);
    }
    return new RunState(status, changed, endedAt, takeovers);
  }

  /** {@return this state while the run is not over} */
  public RunState withStatus(RunStatus living) {
    return new RunState(living, steps, Optional.empty(), takeovers);
  }

  public RunState ended(RunStatus how, Instant at) {
    return new RunState(how, steps, Optional.of(at), takeovers);
  }

  public RunState takenOver() {
    return new RunState(status, steps, endedAt, takeovers + 1);
  }

  public Optional<StepRecord> step(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst();
  }
}
