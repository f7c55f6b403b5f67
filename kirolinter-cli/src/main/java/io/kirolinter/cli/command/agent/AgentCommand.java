package io.kirolinter.cli.command.agent;

import io.kirolinter.cli.option.ParameterErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Everything about workflows of agents. */
@Command(
    name = "agent",
    description = "Run workflows of agents, and look at what they did.",
    synopsisSubcommandLabel = "COMMAND")
public final class AgentCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw ParameterErrors.noCommand(spec);
  }
}
