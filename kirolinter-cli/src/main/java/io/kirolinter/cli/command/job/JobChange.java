package io.kirolinter.cli.command.job;

import io.kirolinter.cli.daemon.Daemon;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.output.JobJson;
import io.kirolinter.cli.output.JobText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.cli.wiring.WorkerPlaces;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import io.kirolinter.workflow.schedule.BackgroundJobs;
import io.kirolinter.workflow.template.Templates;
import java.util.function.Function;

/** Changes one job, and shows it. */
record JobChange(Environment environment, GlobalOptions global) {

  static JobChange in(Environment environment, GlobalOptions global) {
    return new JobChange(environment, global);
  }

  int show(Function<BackgroundJobs, Job> change) {
    Job changed = with(change);
    Results.print(
        environment.out(),
        global.format(),
        () -> JobJson.of(changed),
        () -> "Job %s: %s%n".formatted(changed.id(), JobText.whenOf(changed)));
    if (global.format() == Format.TEXT && Daemon.of(environment).running().isEmpty()) {
      environment.err().println("Note: no daemon is there to fire it; see 'kirolinter daemon'.");
      environment.err().flush();
    }
    return ExitCode.DONE;
  }

  private <T> T with(Function<BackgroundJobs, T> work) {
    String name = Wiring.ownerName(environment);
    WorkerPlaces places = WorkerPlaces.of(environment, global.memory());
    try (Wiring wiring = Wiring.open(environment, global.memory());
        Coordinator coordinator =
            wiring.coordinator(RunListener.none(), environment.err(), Templates.builtIn());
        BackgroundJobs jobs = wiring.jobs(coordinator, name, places, event -> {}).build()) {
      return work.apply(jobs);
    }
  }
}
