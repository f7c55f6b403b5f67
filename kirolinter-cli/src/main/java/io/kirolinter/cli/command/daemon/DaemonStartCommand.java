package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.daemon.Daemon;
import io.kirolinter.cli.daemon.DaemonProcess;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.AllowCommandsOption;
import io.kirolinter.cli.option.DaemonRunOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts a daemon that outlives the shell. */
@Command(
    name = "start",
    description = "Start the daemon, unless there is one; it goes on when the shell has ended.")
final class DaemonStartCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin DaemonRunOptions options = new DaemonRunOptions();
  @Mixin AllowCommandsOption commands = new AllowCommandsOption();

  private final Environment environment;

  DaemonStartCommand(Environment environment) {
    this.environment = environment;
  }

  private record Started(DaemonProcess daemon, boolean started) {}

  @Override
  public Integer call() throws Exception {
    Daemon daemon = Daemon.of(environment);
    boolean started = daemon.running().isEmpty();
    DaemonProcess process = daemon.start(global.memory(), arguments());
    Results.print(
        environment.out(),
        global.format(),
        () -> new Started(process, started),
        () ->
            "The daemon, process %d, %s; it looks at the jobs in %s and writes to %s%n"
                .formatted(
                    process.pid(),
                    started ? "was started" : "is there already",
                    process.memory(),
                    process.log()));
    return ExitCode.DONE;
  }

  private List<String> arguments() {
    List<String> arguments = options.arguments();
    arguments.addAll(commands.arguments());
    return arguments;
  }
}
