package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.daemon.Daemon;
import io.kirolinter.cli.daemon.DaemonProcess;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the daemon to stop, and waits for its end. */
@Command(
    name = "stop",
    description = "Let the steps in work end, and stop; their runs go on with the next daemon.")
final class DaemonStopCommand implements Callable<Integer> {

  /** Draining takes 25 seconds at most, and what was interrupted twice a lease. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(names = "--cancel", description = "Cancel the runs that go, as a second SIGTERM does.")
  boolean cancel;

  private final Environment environment;

  DaemonStopCommand(Environment environment) {
    this.environment = environment;
  }

  private record Stopped(boolean wasRunning, Optional<Long> pid) {}

  @Override
  public Integer call() throws Exception {
    Daemon daemon = Daemon.of(environment);
    Optional<DaemonProcess> process = daemon.running();
    if (process.isPresent()) {
      stop(daemon, process.get());
    }
    Results.print(
        environment.out(),
        global.format(),
        () -> new Stopped(process.isPresent(), process.map(DaemonProcess::pid)),
        () ->
            process
                .map(one -> "The daemon, process %d, has stopped.%n".formatted(one.pid()))
                .orElseGet(() -> "There is no daemon.%n".formatted()));
    return ExitCode.DONE;
  }

  private void stop(Daemon daemon, DaemonProcess process) throws InterruptedException {
    Daemon.Stop how = cancel ? Daemon.Stop.CANCEL : Daemon.Stop.DRAIN;
    if (!daemon.stop(process, how, LIMIT)) {
      throw new WorkFailedException(
          ErrorMessage.cannot("stop", "daemon", "process " + process.pid())
              .found("it goes on after " + LIMIT.toSeconds() + " seconds")
              .expected("an end of the steps in work")
              .remedy(
                  "See %s, or use 'kirolinter daemon stop --cancel'.".formatted(process.log())));
    }
  }
}
