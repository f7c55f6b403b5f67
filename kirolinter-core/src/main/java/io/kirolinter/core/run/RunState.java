package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param losses how many processes were lost since a step last ended; 0 or more
 * @param worker the process that wrote this state, if it worked on the run; empty in runs of early
 *     releases
 * @param lostWorker the last process that was lost, of those that {@code losses} counts
 * @param dialogue what was asked and answered; none in runs of early releases
 */
public record RunState(
    RunStatus status,
    List<StepRecord> steps,
    Optional<Instant> endedAt,
    int takeovers,
    int losses,
    Optional<String> worker,
    Optional<String> lostWorker,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Dialogue.Silence.class)
        Dialogue dialogue) {

  public RunState {
    requireNonNull(status, "status");
    requireNonNull(worker, "worker");
    requireNonNull(lostWorker, "lostWorker");
    steps = List.copyOf(steps);
    dialogue = dialogue == null ? Dialogue.none() : dialogue; // not there in stored JSON, if none
    if (status.isFinal() != endedAt.isPresent()) {
      throw new IllegalArgumentException("a run has an end exactly if it is over, was " + status);
    }
  }

  /** A state of a run in which no process was lost since a step last ended. */
  public RunState(
      RunStatus status, List<StepRecord> steps, Optional<Instant> endedAt, int takeovers) {
    this(status, steps, endedAt, takeovers, 0, Optional.empty(), Optional.empty(), Dialogue.none());
  }

  public static RunState queued() {
    return new RunState(RunStatus.QUEUED, List.of(), Optional.empty(), 0);
  }

  /** {@return this state with the record of one step put in at the end, or replaced} */
  public RunState withStep(StepRecord step) {
    List<StepRecord> changed = new ArrayList<>(steps);
    int known = indexOf(step.name());
    if (known >= 0) {
      changed.set(known, step);
    } else {
      changed.add(step);
    }
    return withSteps(changed);
  }

  public RunState withSteps(List<StepRecord> records) {
    return new RunState(status, records, endedAt, takeovers, losses, worker, lostWorker, dialogue);
  }

  /** {@return this state while the run is not over} */
  public RunState withStatus(RunStatus living) {
    return new RunState(
        living, steps, Optional.empty(), takeovers, losses, worker, lostWorker, dialogue);
  }

  public RunState ended(RunStatus how, Instant at) {
    return new RunState(
        how, steps, Optional.of(at), takeovers, losses, worker, lostWorker, dialogue.closed());
  }

  /** {@return this state as a process writes it that works on the run} */
  public RunState writtenBy(String owner) {
    return new RunState(
        status, steps, endedAt, takeovers, losses, Optional.of(owner), lostWorker, dialogue);
  }

  /** {@return this state after the process that wrote it was lost} */
  public RunState takenOver() {
    return new RunState(
        status, steps, endedAt, takeovers + 1, losses + 1, worker, worker, dialogue);
  }

  /** {@return this state after a step has ended: no process is lost in it any more} */
  public RunState withoutLosses() {
    return new RunState(status, steps, endedAt, takeovers, 0, worker, Optional.empty(), dialogue);
  }

  /** {@return this state after more was said} */
  public RunState withDialogue(Dialogue said) {
    return new RunState(status, steps, endedAt, takeovers, losses, worker, lostWorker, said);
  }

  public Optional<StepRecord> step(String name) {
    int known = indexOf(name);
    return known >= 0 ? Optional.of(steps.get(known)) : Optional.empty();
  }

  private int indexOf(String step) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).name().equals(step)) {
        return i;
      }
    }
    return -1;
  }
}
