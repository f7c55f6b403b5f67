package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RunParameter;
import io.kirolinter.cli.output.AnswersText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RunJson;
import io.kirolinter.cli.output.RunReport;
import io.kirolinter.cli.output.RunText;
import io.kirolinter.cli.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one run. */
@Command(name = "status", description = "Show a run: its steps, findings, fixes and branch.")
public final class StatusCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  private final Environment environment;

  StatusCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      RunReport report = RunReport.of(wiring.run(run.id()), wiring.stores().journal());
      Results.print(
          environment.out(),
          global.format(),
          () -> RunJson.of(report),
          () -> RunText.of(report) + AnswersText.of(report.run()));
      return ExitCode.DONE;
    }
  }
}
