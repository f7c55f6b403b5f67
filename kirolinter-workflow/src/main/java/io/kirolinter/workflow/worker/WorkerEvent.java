package io.kirolinter.workflow.worker;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import java.time.Instant;

/** Something that a worker did. */
public sealed interface WorkerEvent {

  /** A run was taken out of the queue, and is worked on now. */
  record RunTaken(Run run) implements WorkerEvent {}

  /** A run is over, and out of the queue. */
  record RunDone(Run run) implements WorkerEvent {}

  /**
   * A run went back into the queue.
   *
   * @param why as a sentence
   * @param notBefore until then nobody gets a run of its repository
   */
  record RunGivenBack(RunId run, String why, Instant notBefore) implements WorkerEvent {}

  /**
   * A run was taken out of the queue without being brought to its end, as nobody can work on it or
   * it waits for a time.
   *
   * @param why as a sentence, with what has become of the run
   */
  record RunDropped(RunId run, String why) implements WorkerEvent {}

  /** A run that its process had left was put into the queue. */
  record LeftRunQueued(Run run) implements WorkerEvent {}

  /** The queue or the store could not be used; the worker tries again after a while. */
  record LookFailed(String error) implements WorkerEvent {}
}
