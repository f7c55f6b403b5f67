package io.kirolinter.cli.command.daemon;

import io.kirolinter.cli.daemon.DaemonSeat;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.AllowCommandsOption;
import io.kirolinter.cli.option.DaemonRunOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.ProgressLines.LineStyle;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.cli.wiring.WorkerPlaces;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Is the daemon. */
@Command(
    name = "run",
    description = {
      "Be the daemon, in the foreground, as for systemd.",
      "The first SIGTERM or Ctrl-C lets the steps in work end and gives the runs back; the second"
          + " one cancels them."
    })
final class DaemonRunCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin DaemonRunOptions options = new DaemonRunOptions();
  @Mixin AllowCommandsOption commands = new AllowCommandsOption();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Write to this file, 3 MB at most with two older ones, and not to stderr.")
  Optional<Path> log = Optional.empty();

  private final Environment environment;

  DaemonRunCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    int most = options.concurrency().required();
    try (DaemonSeat seat = DaemonSeat.take(environment)) {
      Environment own =
          log.map(file -> environment.tellingTo(DaemonSeat.log(environment, file)))
              .orElse(environment);
      WorkerPlaces places = commands.places(WorkerPlaces.of(own, global.memory()));
      try (Wiring wiring = Wiring.open(own, global.memory())) {
        return new JobServer(
                own, wiring, places, options.retention(), options.decline(), most, LineStyle.PLAIN)
            .serve(() -> seat.occupy(wiring.place(), most, log));
      } finally {
        own.flush();
      }
    }
  }
}
