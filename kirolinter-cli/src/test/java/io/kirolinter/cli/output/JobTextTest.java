package io.kirolinter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.workflow.schedule.JobEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobTextTest {

  private static final Run RUN = SampleRuns.reading(1);
  private static final Job JOB =
      new Job(
          Job.idFor(SampleRuns.REPOSITORY, "monitor"),
          SampleRuns.REPOSITORY,
          "/home/ann/shop",
          "monitor",
          RunOptions.applyingTo(ApplyTarget.NONE),
          Duration.ofDays(1),
          Instant.parse("2026-11-22T18:15:30Z"));

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
}
