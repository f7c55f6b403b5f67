package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.StopRequests;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.DeclineOption;
import io.kirolinter.cli.option.RetentionOptions;
import io.kirolinter.cli.output.JobText;
import io.kirolinter.cli.output.ProgressLines.LineStyle;
import io.kirolinter.cli.output.PrunedText;
import io.kirolinter.cli.output.WorkerLines;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.cli.wiring.WorkerPlaces;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.thread.DaemonThreads;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.schedule.BackgroundJobs;
import io.kirolinter.workflow.schedule.JobEvent;
import io.kirolinter.workflow.schedule.JobListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Fires jobs until it is asked to stop: the first time it lets the steps in work end and gives the
 * runs back, the second time it cancels them.
 *
 * @param style whether lines are told at all
 */
public record JobServer(
    Environment environment,
    Wiring wiring,
    WorkerPlaces places,
    RetentionOptions retention,
    DeclineOption decline,
    int concurrency,
    LineStyle style) {

  /** Less than the half minute that others usually wait before they kill a process. */
  private static final Duration DRAINING = Duration.ofSeconds(25);

  /**
   * Serves until the end.
   *
   * @param ready is run when the jobs are being looked at
   * @return the exit code
   */
  public int serve(Runnable ready) throws InterruptedException {
    String name = Wiring.ownerName(environment);
    WorkerLines lines = new WorkerLines(environment.err(), style);
    ExecutorService threads = Executors.newFixedThreadPool(concurrency, JobServer::daemon);
    try (Coordinator coordinator = wiring.jobCoordinator(name, lines, environment.err(), threads)) {
      DeclineWatch declines = new DeclineWatch(environment, wiring, places, decline, lines::tell);
      JobListener listener = event -> tell(event, lines, job -> declines.look(job, coordinator));
      BackgroundJobs jobs = wiring.jobs(coordinator, name, places, listener).build();
      return serve(jobs, lines, ready);
    } finally {
      threads.shutdown();
    }
  }

  private int serve(BackgroundJobs jobs, WorkerLines lines, Runnable ready)
      throws InterruptedException {
    AtomicInteger stops = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    Runnable stop = () -> inThread(() -> stop(jobs, lines, stops, ended));
    try (StopRequests ignored = StopRequests.to(stop)) {
      jobs.start();
      ready.run();
      ended.await();
      jobs.close();
    }
    lines.tell("stopped");
    return stops.get() > 1 ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private static void stop(
      BackgroundJobs jobs, WorkerLines lines, AtomicInteger stops, CountDownLatch ended) {
    if (stops.incrementAndGet() == 1) {
      lines.tell("stopping; the steps in work have %d s to end".formatted(DRAINING.toSeconds()));
      jobs.drain(DRAINING);
      ended.countDown();
    } else {
      lines.tell("stopping at once; what goes is cancelled");
      jobs.cancelAll();
    }
  }

  private void tell(JobEvent event, WorkerLines lines, Consumer<Job> after) {
    lines.tell(JobText.of(event));
    if (event instanceof JobEvent.JobEnded ended) {
      after.accept(ended.job());
      retention.applyIfDue(wiring, environment);
      tidyIfDue(lines);
      System.gc(); // a run takes much memory, which is not needed for hours
    }
  }

  /** Work that is done is not spoilt by what was not tidied up. */
  private void tidyIfDue(WorkerLines lines) {
    try {
      wiring
          .deleteLeftoversIfDue()
          .ifPresent(tidied -> PrunedText.of(tidied).lines().forEach(lines::tell));
    } catch (KiroLinterException e) {
      lines.tell("what runs have left was not deleted: " + e.getMessage());
    }
  }

  /** The JVM tells of no signal while another one is dealt with. */
  private static void inThread(Runnable task) {
    daemon(task).start();
  }

  private static Thread daemon(Runnable task) {
    return DaemonThreads.unstarted(task, "kirolinter-daemon");
  }
}
