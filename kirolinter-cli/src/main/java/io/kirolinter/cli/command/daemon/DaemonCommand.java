package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.option.ParameterErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The process that fires jobs when no person is there. */
@Command(
    name = "daemon",
    description = "Start, stop and look at the process that fires background jobs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DaemonStartCommand.class,
      DaemonStopCommand.class,
      DaemonStatusCommand.class,
      DaemonUnitCommand.class,
      DaemonRunCommand.class
    })
public final class DaemonCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw ParameterErrors.noCommand(spec);
  }
}
