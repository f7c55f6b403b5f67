package io.kirolinter.cli.command;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.HealthCheck;
import io.kirolinter.cli.wiring.HealthCheck.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether all that a run needs is there. */
@Command(
    name = "doctor",
    description = "Check that Java, git, the data folder and plugins are fit.")
final class DoctorCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--repair",
      description = {
        "Set a damaged data store aside and start a new one.",
        "The file stays beside it. Stop the daemon before."
      })
  boolean repair;

  private final Environment environment;

  DoctorCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (repair) {
      environment
          .err()
          .println(
              HealthCheck.repaired(environment, global.memory())
                  .map("Set the damaged data store aside, as %s; a new one is begun."::formatted)
                  .orElse("There is no damaged data store; nothing was changed."));
    }
    List<Finding> findings = HealthCheck.of(environment, global.memory());
    Results.print(
        environment.out(),
        global.format(),
        () -> findings,
        () -> findings.stream().map(DoctorCommand::line).collect(Collectors.joining()));
    return findings.stream().allMatch(Finding::ok) ? ExitCode.DONE : ExitCode.WORK_FAILED;
  }

  private static String line(Finding finding) {
    return "%-8s %-12s %s%n"
        .formatted(finding.ok() ? "ok" : "NOT OK", finding.subject(), finding.detail());
  }
}
