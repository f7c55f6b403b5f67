package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.run.RunId;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops a run. */
@Command(name = "cancel", description = "Ask a run to stop, wherever it works.")
final class CancelCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "The id of a run, as 'kirolinter agent runs' lists them.")
  RunId run = RunId.of("00000000-000000-000000");

  private final Environment environment;

  CancelCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory);
        Coordinator coordinator = wiring.coordinator(RunListener.none())) {
      wiring.run(run);
      boolean asked = coordinator.cancel(run);
      Results.print(
          environment.out(),
          global.format,
          () -> new Cancelled(run, asked),
          () -> asked ? "Run %s was asked to stop.%n".formatted(run) : over());
      return ExitCode.DONE;
    }
  }

  private record Cancelled(RunId runId, boolean cancelRequested) {}

  private String over() {
    return "Run %s was over already.%n".formatted(run);
  }
}
