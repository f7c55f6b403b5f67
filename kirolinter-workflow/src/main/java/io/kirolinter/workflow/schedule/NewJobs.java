package io.kirolinter.workflow.schedule;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.workflow.calendar.PlannedTimes;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.template.Template;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes jobs, if they can be. */
final class NewJobs {

  private final Coordinator coordinator;
  private final CommitWatch commits;
  private final InstantSource clock;

  NewJobs(Coordinator coordinator, CommitWatch commits, InstantSource clock) {
    this.coordinator = coordinator;
    this.commits = commits;
    this.clock = clock;
  }

  Job of(Repository repository, String template, Schedule schedule) {
    Template known = coordinator.template(template, repository);
    ApplyTarget usual = known.defaultTarget();
    ApplyTarget target = usual == ApplyTarget.NONE ? ApplyTarget.NONE : ApplyTarget.BRANCH;
    return of(repository, template, schedule, known.optionsFor(target));
  }

  Job of(Repository repository, String template, Schedule schedule, RunOptions options) {
    String known = coordinator.template(template, repository).name();
    requireNoCheckout(known, options);
    String id = Job.idFor(repository.id(), known);
    return new Job(
        id,
        repository.id(),
        repository.location().toString(),
        known,
        options,
        schedule,
        JobState.dueAt(first(id, schedule)).withSeenCommit(seen(repository, schedule)));
  }

  private Optional<Instant> first(String id, Schedule schedule) {
    Instant now = clock.instant();
    return schedule.interval().isPresent()
        ? Optional.of(now)
        : PlannedTimes.of(id, schedule, now).after(now);
  }

  private Optional<CommitId> seen(Repository repository, Schedule schedule) {
    return schedule.commits() == CommitPolicy.RUN
        ? commits.current(repository.location()).or(repository::head)
        : Optional.empty();
  }

  private static void requireNoCheckout(String template, RunOptions options) {
    if (options.apply() == ApplyTarget.TREE) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("schedule", "template", template)
              .found("it would change the checkout in the background")
              .expected("a branch, or nothing, as the result of a job")
              .remedy("Apply to a branch."));
    }
  }
}
