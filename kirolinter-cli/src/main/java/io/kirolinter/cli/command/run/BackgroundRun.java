package io.kirolinter.cli.command.run;

import io.kirolinter.cli.command.daemon.JobServer;
import io.kirolinter.cli.daemon.Daemon;
import io.kirolinter.cli.daemon.DaemonProcess;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.DaemonOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.JobJson;
import io.kirolinter.cli.output.JobText;
import io.kirolinter.cli.output.ProgressLines.LineStyle;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.cli.wiring.WorkerPlaces;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.workflow.coordinator.Coordinator;
import java.util.Optional;

/** Adds a job, and sees to it that somebody fires it. */
record BackgroundRun(
    Environment environment,
    Wiring wiring,
    Coordinator coordinator,
    GlobalOptions global,
    DaemonOptions options) {

  /** What scripts see. */
  record Added(JobJson job, Optional<DaemonProcess> daemon, boolean daemonStarted) {}

  int start(Repository place, String template, Schedule schedule, RunOptions run)
      throws InterruptedException {
    WorkerPlaces places = WorkerPlaces.of(environment, global.memory());
    Job job =
        wiring
            .jobs(coordinator, Wiring.ownerName(environment), places, event -> {})
            .build()
            .add(place, template, schedule, run);
    if (options.foreground()) {
      tell(job, Optional.empty(), false);
      LineStyle style = global.lineStyle(environment);
      int concurrency = options.run().concurrency().required();
      return new JobServer(
              environment,
              wiring,
              places,
              options.run().retention(),
              options.run().decline(),
              concurrency,
              style)
          .serve(() -> {});
    }
    Daemon daemon = Daemon.of(environment);
    boolean alone = !options.noDaemon() && daemon.running().isEmpty();
    if (alone) {
      var unused = daemon.start(global.memory(), options.run().arguments());
    }
    Optional<DaemonProcess> process = daemon.running();
    tell(job, process, alone);
    process.filter(other -> !other.memory().equals(wiring.place())).ifPresent(this::warn);
    return ExitCode.DONE;
  }

  private void tell(Job job, Optional<DaemonProcess> process, boolean started) {
    Results.print(
        environment.out(),
        global.format(),
        () -> new Added(JobJson.of(job), process, started),
        () ->
            "Job %s: %s%n".formatted(job.id(), JobText.whenOf(job))
                + (options.foreground() ? "" : text(process, started)));
  }

  private static String text(Optional<DaemonProcess> process, boolean started) {
    return process
        .map(
            one ->
                "The daemon, process %d, %s; it writes to %s%n"
                    .formatted(one.pid(), started ? "was started" : "is there already", one.log()))
        .orElseGet(() -> "No daemon: start one by 'kirolinter daemon start'.%n".formatted());
  }

  private void warn(DaemonProcess other) {
    environment
        .err()
        .println(
            "Note: the daemon looks at the jobs of %s, and this one is kept in %s. Stop it, and start it with the same --memory."
                .formatted(other.memory(), wiring.place()));
    environment.err().flush();
  }
}
