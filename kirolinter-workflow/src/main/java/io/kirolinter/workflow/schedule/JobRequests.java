package io.kirolinter.workflow.schedule;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.Firing.Cause;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.JobState.Activity;
import io.kirolinter.workflow.calendar.PlannedTimes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What people ask of a job that is there. */
final class JobRequests {

  private JobRequests() {}

  static Job paused(Job job) {
    return job.withState(job.state().withActivity(Activity.PAUSED));
  }

  /** {@return the job, active; the times that have passed meanwhile are left out} */
  static Job resumed(Job job, Instant now) {
    JobState state = job.state();
    if (state.activity() == Activity.ACTIVE) {
      return job;
    }
    Optional<Instant> next = state.nextDue().flatMap(due -> stillToCome(job, due, now));
    return job.withState(state.withActivity(Activity.ACTIVE).withNextDue(next));
  }

  private static Optional<Instant> stillToCome(Job job, Instant due, Instant now) {
    return due.isAfter(now)
        ? Optional.of(due)
        : PlannedTimes.of(job.id(), job.schedule(), due).after(now);
  }

  /** {@return the job, to be run at the next look} */
  static Job asked(Job job, Instant now, Predicate<RunId> free) {
    Optional<Firing> pending = job.state().pending();
    if (pending.filter(firing -> firing.claim().isPresent()).isPresent()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("run", "job", job.id())
              .found("its run %s is not over".formatted(pending.get().run()))
              .expected("one run of a job at a time")
              .remedy("Wait for its end, or cancel it: kirolinter agent cancel RUN."));
    }
    RunId run =
        pending.map(Firing::run).orElseGet(() -> FiringIds.of(job.id(), Cause.REQUEST, now, free));
    Instant due = pending.map(Firing::due).orElse(now);
    return job.withState(job.state().withPending(Firing.of(Cause.REQUEST, due, run)));
  }
}
