package io.kirolinter.cli.command.analytics;

import io.kirolinter.analytics.dashboard.DashboardData;
import io.kirolinter.analytics.dashboard.DashboardServer;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.StopRequests;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.WindowOptions;
import io.kirolinter.cli.wiring.InsightRequest;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the dashboard to browsers of this machine until it is asked to stop. */
@Command(
    name = "dashboard",
    description = {
      "Show runs, code, experiments and jobs in a browser, and how they change.",
      "Prints the address to open; whoever knows it can read the page. Only this machine is "
          + "served. Ends on Ctrl-C."
    })
public final class DashboardCommand implements Callable<Integer> {

  private static final int MOST_PORT = 65_535;
  private static final int BYTES_OF_TOKEN = 24;

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin WindowOptions window = new WindowOptions();

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "0",
      description = "On which port; any free one if left out.")
  int port;

  private final Environment environment;

  DashboardCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    requirePort(port);
    InsightRequest request = window.request(environment);
    CountDownLatch stop = new CountDownLatch(1);
    try (Wiring wiring = Wiring.open(environment, global.memory());
        StopRequests ignored = StopRequests.to(stop::countDown);
        DashboardServer server =
            DashboardServer.start(port, token(), () -> read(wiring, request))) {
      environment.out().println(server.address());
      environment.flush();
      stop.await();
      return ExitCode.DONE;
    }
  }

  private DashboardData read(Wiring wiring, InsightRequest request) {
    Instant now = environment.clock().instant();
    return request.dashboard(wiring.stores(), request.insight(wiring.stores(), now), now);
  }

  /** Not from the environment's random numbers, which somebody could guess. */
  private static String token() {
    byte[] token = new byte[BYTES_OF_TOKEN];
    new SecureRandom().nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  private static void requirePort(int port) {
    if (port < 0 || port > MOST_PORT) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--port")
              .found("it was " + port)
              .expected("0 to " + MOST_PORT)
              .remedy("Leave it out for any free port."));
    }
  }
}
