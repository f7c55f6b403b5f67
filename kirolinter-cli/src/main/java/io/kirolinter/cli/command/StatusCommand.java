package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RunJson;
import io.kirolinter.cli.output.RunReport;
import io.kirolinter.cli.output.RunText;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.run.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one run. */
@Command(name = "status", description = "Show a run: its steps, findings, fixes and branch.")
final class StatusCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "The id of a run, as 'kirolinter agent runs' lists them.")
  RunId run = RunId.of("00000000-000000-000000");

  private final Environment environment;

  StatusCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory)) {
      RunReport report = RunReport.of(wiring.run(run), wiring.stores().journal());
      Results.print(
          environment.out(), global.format, () -> RunJson.of(report), () -> RunText.of(report));
      return ExitCode.DONE;
    }
  }
}
