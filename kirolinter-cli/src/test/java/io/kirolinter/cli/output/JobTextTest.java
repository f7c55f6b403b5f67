package io.kirolinter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.CronTimes;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.FiringRecord;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.workflow.schedule.JobEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTextTest {

  private static final Run RUN = SampleRuns.reading(1);
  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");
  private static final Job JOB =
      new Job(
          Job.idFor(SampleRuns.REPOSITORY, "monitor"),
          SampleRuns.REPOSITORY,
          "/home/ann/shop",
          "monitor",
          RunOptions.applyingTo(ApplyTarget.NONE),
          Schedule.every(Duration.ofDays(1)),
          JobState.dueAt(Optional.of(AT)));

  @Test
  void saysWhatHappensToAJobInALine() {
    String job = "job " + JOB.id() + ": ";

    assertThat(JobText.of(new JobEvent.JobFired(JOB, RUN.id())))
        .isEqualTo(job + "run 20261122-181530-000001 started");
    assertThat(JobText.of(new JobEvent.JobEnded(JOB, RUN)))
        .isEqualTo(job + "run 20261122-181530-000001 queued");
    assertThat(JobText.of(new JobEvent.JobOverlapped(JOB, RUN.id())))
        .isEqualTo(job + "run 20261122-181530-000001 still goes, so none is started");
    assertThat(JobText.of(new JobEvent.JobFailed(JOB, "no such folder")))
        .isEqualTo(job + "no such folder");
    assertThat(JobText.of(new JobEvent.TickFailed("disk full")))
        .isEqualTo("the jobs could not be looked at: disk full");
  }

  @Test
  void saysWhatKeepsARunFromStarting() {
    Firing firing = Firing.of(Firing.Cause.TIME, AT, RUN.id());
    String job = "job " + JOB.id() + ": ";

    assertThat(JobText.of(new JobEvent.JobHeldBack(JOB, firing, "the load is 9.5")))
        .isEqualTo(job + "held back, as the load is 9.5");
    assertThat(JobText.of(new JobEvent.JobMissed(JOB, AT)))
        .isEqualTo(job + "nobody was there at 2026-11-22T18:15:30Z, which is left out");
  }

  @Test
  void listsWhenJobsFireAndWhatBecameOfTheLastFiring() {
    RunId run = RUN.id();
    FiringRecord past =
        new FiringRecord(
            Firing.Cause.TIME, AT, FiringRecord.Ending.RAN, AT, Optional.of(run), "succeeded");
    Firing firing = Firing.of(Firing.Cause.TIME, AT, run);
    Job nightly =
        new Job(
            JOB.id(),
            JOB.repository(),
            JOB.location(),
            JOB.template(),
            JOB.options(),
            Schedule.at(new CronTimes("30 2 * * *", ZoneId.of("Europe/Berlin")))
                .withJitter(Duration.ofMinutes(5))
                .withCommits(CommitPolicy.RUN),
            JOB.state().withActivity(JobState.Activity.PAUSED).remembering(past));

    assertThat(JobText.list(List.of())).isEqualTo("No jobs.%n".formatted());
    assertThat(JobText.list(List.of(nightly)))
        .isEqualTo(
            ("%s  at '30 2 * * *' (Europe/Berlin), at each commit, up to PT5M later, paused%n"
                    + "    last: ran at 2026-11-22T18:15:30Z run 20261122-181530-000001: succeeded%n")
                .formatted(JOB.id()));
    assertThat(JobText.whenOf(JOB)).isEqualTo("every PT24H, next at 2026-11-22T18:15:30Z");
    assertThat(with(firing)).endsWith(", run 20261122-181530-000001 is about to start");
    assertThat(with(firing.heldBackBy("it is quiet")))
        .endsWith(", held back since 2026-11-22T18:15:30Z, as it is quiet");
    assertThat(with(firing.heldBackBy("it was quiet").claimedBy("a", AT)))
        .endsWith(", run 20261122-181530-000001 goes");
  }

  private static String with(Firing firing) {
    return JobText.whenOf(JOB.withState(JOB.state().withPending(firing)));
  }
}
