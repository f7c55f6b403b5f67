package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RunParameter;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.run.RunId;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a run. */
@Command(name = "cancel", description = "Ask a run to stop, wherever it works.")
public final class CancelCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  private final Environment environment;

  CancelCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory());
        Coordinator coordinator = wiring.coordinator(RunListener.none())) {
      wiring.run(run.id());
      boolean asked = coordinator.cancel(run.id());
      Results.print(
          environment.out(),
          global.format(),
          () -> new Cancelled(run.id(), asked),
          () -> asked ? "Run %s was asked to stop.%n".formatted(run.id()) : over());
      return ExitCode.DONE;
    }
  }

  private record Cancelled(RunId runId, boolean cancelRequested) {}

  private String over() {
    return "Run %s was over already.%n".formatted(run.id());
  }
}
