package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.step.StepDescription;
import java.time.Duration;
import java.time.Instant;

/** Something that happened to a run. Starts and ends are told after the journal has them. */
public sealed interface RunEvent {

  /** {@return the run that it happened to} */
  RunId id();

  /** The run is in the journal, and this process works on it. */
  record RunStarted(Run run) implements RunEvent {

    @Override
    public RunId id() {
      return run.id();
    }
  }

  /**
   * A step begins.
   *
   * @param number its place in the plan, counted from 1
   * @param total how many steps the plan has
   * @param attempt 1, or more if a process was lost while the step ran
   */
  record StepStarted(RunId id, StepDescription step, int number, int total, int attempt)
      implements RunEvent {}

  /** A step tells how far it is; {@code total} is 0 while unknown. Comes from any thread, often. */
  record StepProgress(RunId id, String step, String what, long done, long total)
      implements RunEvent {}

  /** An attempt failed; the next one begins after the delay. */
  record StepRetried(RunId id, String step, int failedAttempts, String error, Duration delay)
      implements RunEvent {}

  /** A step asked for the run to wait. */
  record StepPostponed(RunId id, String step, Instant notBefore, String summary)
      implements RunEvent {}

  /** A step ended, or was left out. */
  record StepEnded(RunId id, StepRecord step) implements RunEvent {}

  /** The run is over. */
  record RunEnded(Run run) implements RunEvent {

    @Override
    public RunId id() {
      return run.id();
    }
  }

  /** This process goes on with a run that another one left. */
  record RunTakenOver(Run run) implements RunEvent {

    @Override
    public RunId id() {
      return run.id();
    }
  }

  /** A run that was left by its process could not be ended here. It stays for another attempt. */
  record RunLeft(RunId id, String reason) implements RunEvent {}

  /** The run waits, because another one changes the same repository. */
  record WaitingForRun(RunId id, RunId holder, String owner) implements RunEvent {}

  /**
   * The listener threw an exception. Told once for each run; further exceptions are passed over.
   */
  record ListenerFailed(RunId id, String error) implements RunEvent {}
}
