package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.daemon.Daemon;
import io.kirolinter.cli.daemon.DaemonProcess;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether a daemon is there. */
@Command(name = "status", description = "Tell whether there is a daemon, and where it writes to.")
final class DaemonStatusCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  private final Environment environment;

  DaemonStatusCommand(Environment environment) {
    this.environment = environment;
  }

  private record Status(boolean running, Optional<DaemonProcess> daemon) {}

  @Override
  public Integer call() {
    Daemon daemon = Daemon.of(environment);
    Optional<DaemonProcess> process = daemon.running();
    Results.print(
        environment.out(),
        global.format(),
        () -> new Status(process.isPresent(), process),
        () -> process.map(DaemonStatusCommand::text).orElseGet(() -> none(daemon)));
    return ExitCode.DONE;
  }

  private static String text(DaemonProcess process) {
    return "The daemon is process %d, since %s.%nIt looks at the jobs in %s, does up to %d at a time, and writes to %s%n"
        .formatted(
            process.pid(),
            process.started().map(Object::toString).orElse("an unknown time"),
            process.memory(),
            process.concurrency(),
            process.log());
  }

  private static String none(Daemon daemon) {
    String none = "There is no daemon; 'kirolinter daemon start' starts one.%n".formatted();
    return daemon
        .lost()
        .map(last -> none + "The last one, process %d, was killed.%n".formatted(last.pid()))
        .orElse(none);
  }
}
