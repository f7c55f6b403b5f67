package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.output.JobText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.schedule.BackgroundJobs;
import io.kirolinter.workflow.schedule.JobEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Adds a job and fires all jobs that are due, until the process is stopped. */
record BackgroundRun(
    Environment environment,
    Wiring wiring,
    Coordinator coordinator,
    RetentionOptions retention,
    Format format) {

  int start(Repository place, String template, Duration interval, RunOptions options)
      throws InterruptedException {
    try (BackgroundJobs jobs = wiring.jobs(coordinator, this::tell)) {
      Job job = jobs.add(place, template, interval, options);
      Results.print(
          environment.out(),
          format,
          () -> job,
          () -> "Job %s: every %s, next at %s%n".formatted(job.id(), interval, job.nextDue()));
      jobs.start();
      new CountDownLatch(1).await();
      return ExitCode.DONE;
    }
  }

  private void tell(JobEvent event) {
    environment.err().println(JobText.of(event));
    environment.err().flush();
    retention.applyIfDue(wiring, environment);
  }
}
