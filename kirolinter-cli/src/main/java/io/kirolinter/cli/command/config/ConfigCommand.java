package io.kirolinter.cli.command.config;

import io.kirolinter.cli.option.ParameterErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a repository and its user settle once for all. */
@Command(
    name = "config",
    description = "Write, check and show settings, and trust a repository's own command.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ConfigInitCommand.class,
      ConfigValidateCommand.class,
      ConfigShowCommand.class,
      ConfigTrustCommand.class,
      ConfigSchemaCommand.class
    })
public final class ConfigCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw ParameterErrors.noCommand(spec);
  }
}
