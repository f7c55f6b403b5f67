package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.daemon.SystemdUnit;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.AllowCommandsOption;
import io.kirolinter.cli.option.DaemonRunOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a description of the daemon for systemd. */
@Command(name = "unit", description = "Print a systemd unit that keeps a daemon running.")
final class DaemonUnitCommand implements Callable<Integer> {

  @Mixin DaemonRunOptions options = new DaemonRunOptions();
  @Mixin AllowCommandsOption commands = new AllowCommandsOption();

  private final Environment environment;

  DaemonUnitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<String> arguments = options.arguments();
    arguments.addAll(commands.arguments());
    environment.out().print(SystemdUnit.text(environment, arguments));
    environment.out().flush();
    return ExitCode.DONE;
  }
}
