package io.kirolinter.cli.command;

import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RunJson;
import io.kirolinter.cli.output.RunReport;
import io.kirolinter.cli.output.RunText;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with a run whose process was lost. */
@Command(name = "resume", description = "Go on with a run after its last step that ended.")
final class ResumeCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  private final Environment environment;

  ResumeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ProgressLines progress = progress();
    try (Wiring wiring = Wiring.open(environment, global.memory);
        Coordinator coordinator = wiring.coordinator(progress, progress, Templates.builtIn())) {
      Run known = wiring.run(run.id);
      Repository place = Wiring.repository(environment, Path.of(known.plan().location()));
      RunHandle handle =
          known.plan().mode() == RunMode.INTERACTIVE
              ? coordinator.resume(run.id, place, TerminalConfirmation.in(environment))
              : coordinator.resume(run.id, place);
      RunReport report = RunReport.of(Interrupts.await(handle), wiring.stores().journal());
      Results.print(
          environment.out(), global.format, () -> RunJson.of(report), () -> RunText.of(report));
      return RunExit.codeOf(report.run());
    }
  }

  private ProgressLines progress() {
    return new ProgressLines(environment.err(), global.lineStyle(environment), environment.clock());
  }
}
