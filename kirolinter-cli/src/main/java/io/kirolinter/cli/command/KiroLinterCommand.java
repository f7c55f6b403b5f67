package io.kirolinter.cli.command;

import io.kirolinter.cli.option.ParameterErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds all others. */
@Command(
    name = "kirolinter",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    scope = ScopeType.INHERIT,
    description = "The autopilot for code quality of JVM projects.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:findings at or above --fail-on",
      "2:wrong usage or configuration",
      "3:the work failed",
      "4:a store or service cannot be reached",
      "130:interrupted"
    })
final class KiroLinterCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw ParameterErrors.noCommand(spec);
  }
}
