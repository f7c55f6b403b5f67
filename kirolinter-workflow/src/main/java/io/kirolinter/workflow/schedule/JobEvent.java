package io.kirolinter.workflow.schedule;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.Job;
import java.time.Instant;

/** Something that happened to the jobs in the background. */
public sealed interface JobEvent {

  /** A job was due, and its run was started, or gone on with. */
  record JobFired(Job job, RunId run) implements JobEvent {}

  /** A job was due while its last run was still going; it fires again at its next time. */
  record JobOverlapped(Job job, RunId run) implements JobEvent {}

  /** A job was due, but may not start yet; it is started when it may. */
  record JobHeldBack(Job job, Firing firing, String why) implements JobEvent {}

  /** Nobody was there to start a firing, and it is left out. */
  record JobMissed(Job job, Instant due) implements JobEvent {}

  /** The run of a job is done with in this process. */
  record JobEnded(Job job, Run run) implements JobEvent {}

  /** A job could not start its run, or not bring it to an end. It stays scheduled. */
  record JobFailed(Job job, String error) implements JobEvent {}

  /** The jobs could not be looked at; the next look comes as planned. */
  record TickFailed(String error) implements JobEvent {}
}
