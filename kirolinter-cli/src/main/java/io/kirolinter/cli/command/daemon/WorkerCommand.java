package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.StopRequests;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.WorkerLines;
import io.kirolinter.cli.output.WorkerSummary;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.cli.wiring.WorkerPlaces;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.thread.DaemonThreads;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.worker.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Works on queued runs until it is asked to stop. */
@Command(
    name = "worker",
    description = {
      "Work on runs that 'agent workflow --queue' puts into the queue, and on those that other "
          + "processes left.",
      "The first SIGTERM or Ctrl-C lets the steps in work end and gives the runs back; the second "
          + "one interrupts them."
    })
public final class WorkerCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many runs are worked on at a time, each of another repository; 1 if left out.")
  int concurrency = 1;

  @Option(names = "--once", description = "End when there is no run left to take.")
  boolean once;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the worker, which no other has; by default of host and process.")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--allow-commands",
      description =
          "Run the verify commands of queued runs though nobody trusts them on this machine. Whoever "
              + "can write to the queue can run commands here then.")
  boolean allowCommands;

  /** Less than the half minute that others usually wait before they kill a process. */
  private static final Duration DRAINING = Duration.ofSeconds(25);

  private final Environment environment;
  private final AtomicInteger stops = new AtomicInteger();

  WorkerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    requirePositive(concurrency);
    WorkerLines lines = new WorkerLines(environment.err(), global.lineStyle(environment));
    String own = name.orElseGet(() -> Wiring.ownerName(environment));
    WorkerPlaces usual = WorkerPlaces.of(environment, global.memory());
    WorkerPlaces places = allowCommands ? usual.allowingAll() : usual;
    try (Wiring wiring = Wiring.open(environment, global.memory());
        Coordinator coordinator = wiring.workerCoordinator(own, lines, environment.err());
        Worker worker = wiring.worker(coordinator, own, concurrency, places, lines)) {
      work(worker, lines, own);
    }
    WorkerSummary summary = lines.summary(own);
    Results.print(environment.out(), global.format(), () -> summary, summary::text);
    return exitCode(summary);
  }

  private void work(Worker worker, WorkerLines lines, String own) throws InterruptedException {
    try (StopRequests ignored = StopRequests.to(() -> stop(worker, lines))) {
      lines.tell("worker %s looks for runs".formatted(own));
      if (once) {
        worker.workOff();
      } else {
        worker.start();
        worker.awaitEnd();
      }
    }
  }

  /** In threads of their own, as the JVM tells of no signal while another one is dealt with. */
  private void stop(Worker worker, WorkerLines lines) {
    boolean first = stops.incrementAndGet() == 1;
    lines.tell(
        first
            ? "stopping; the steps in work have %d s to end".formatted(DRAINING.toSeconds())
            : "stopping at once");
    Duration limit = first ? DRAINING : Duration.ZERO;
    DaemonThreads.unstarted(() -> worker.drain(limit), "kirolinter-draining-" + stops).start();
  }

  private int exitCode(WorkerSummary summary) {
    if (stops.get() > 1) {
      return ExitCode.INTERRUPTED;
    }
    boolean failed = summary.count(RunStatus.FAILED) > 0 || summary.dropped() > 0;
    return once && failed ? ExitCode.WORK_FAILED : ExitCode.DONE;
  }

  private static void requirePositive(int concurrency) {
    if (concurrency < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--concurrency")
              .found("it was " + concurrency)
              .expected("1 or more")
              .remedy("Leave it out to work on one run at a time."));
    }
  }
}
