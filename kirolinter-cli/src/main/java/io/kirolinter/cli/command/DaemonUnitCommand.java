package io.kirolinter.cli.command;

import io.kirolinter.cli.daemon.SystemdUnit;
import io.kirolinter.cli.wiring.Environment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a description of the daemon for systemd. */
@Command(name = "unit", description = "Print a systemd unit that keeps a daemon running.")
final class DaemonUnitCommand implements Callable<Integer> {

  @Mixin DaemonRunOptions options = new DaemonRunOptions();

  @Option(
      names = "--allow-commands",
      description = "As for 'kirolinter worker': run verify commands that nobody trusts here.")
  boolean allowCommands;

  private final Environment environment;

  DaemonUnitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<String> arguments = options.arguments();
    if (allowCommands) {
      arguments.add("--allow-commands");
    }
    environment.out().print(SystemdUnit.text(environment, arguments));
    environment.out().flush();
    return ExitCode.DONE;
  }
}
