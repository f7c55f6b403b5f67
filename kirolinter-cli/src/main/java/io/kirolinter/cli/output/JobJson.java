package io.kirolinter.cli.output;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.CronTimes;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.FiringRecord;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.core.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A job as scripts see it.
 *
 * @param interval from one firing to the next; empty with a calendar, or with commits alone
 * @param nextDue the next planned time, to which the jitter is added
 * @param run the run that goes, or is about to start
 * @param heldBack why that run has to wait
 * @param past what became of the last firings, the newest first
 */
public record JobJson(
    String id,
    RepositoryId repository,
    String location,
    String template,
    RunOptions options,
    Optional<Duration> interval,
    Optional<String> cron,
    Optional<ZoneId> zone,
    Duration jitter,
    MissedPolicy missed,
    boolean onCommit,
    boolean paused,
    Optional<Instant> nextDue,
    Optional<RunId> run,
    Optional<String> heldBack,
    List<FiringRecord> past) {

  /** {@return the job for scripts} */
  public static JobJson of(Job job) {
    Schedule schedule = job.schedule();
    JobState state = job.state();
    return new JobJson(
        job.id(),
        job.repository(),
        job.location(),
        job.template(),
        job.options(),
        schedule.interval(),
        schedule.cron().map(CronTimes::expression),
        schedule.cron().map(CronTimes::zone),
        schedule.jitter(),
        schedule.missed(),
        schedule.commits() == CommitPolicy.RUN,
        state.activity() == JobState.Activity.PAUSED,
        state.nextDue(),
        state.pending().map(Firing::run),
        state.pending().filter(firing -> firing.claim().isEmpty()).flatMap(Firing::heldBack),
        state.past());
  }
}
