package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RunParameter;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes back what a run changed. */
@Command(
    name = "undo",
    description = "Take back what a run changed: delete its branch, or restore the files.")
public final class UndoCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  private final Environment environment;

  UndoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory());
        Coordinator coordinator = wiring.coordinator(RunListener.none())) {
      Run known = wiring.run(run.id());
      Repository place = Wiring.repository(environment, Path.of(known.plan().location()));
      List<String> undone = coordinator.undo(run.id(), place);
      Results.print(
          environment.out(),
          global.format(),
          () -> new Undone(run.id(), undone),
          () -> text(undone));
      return ExitCode.DONE;
    }
  }

  private record Undone(RunId runId, List<String> undone) {}

  private String text(List<String> undone) {
    return undone.isEmpty()
        ? "Run %s had changed nothing.%n".formatted(run.id())
        : "Run %s: taken back: %s%n".formatted(run.id(), String.join(", ", undone));
  }
}
