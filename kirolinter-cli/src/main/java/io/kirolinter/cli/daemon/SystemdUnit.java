package io.kirolinter.cli.daemon;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.wiring.Wiring;
import java.util.List;
import java.util.stream.Collectors;

/** A description of the daemon for systemd. */
public final class SystemdUnit {

  private SystemdUnit() {}

  /**
   * {@return the unit, for the user's own systemd}
   *
   * @param options of {@code daemon run}
   */
  public static String text(Environment environment, List<String> options) {
    String command =
        List.of(DaemonLaunch.program(), List.of("daemon", "run"), options).stream()
            .flatMap(List::stream)
            .map(SystemdUnit::argument)
            .collect(Collectors.joining(" "));
    return """
        # ~/.config/systemd/user/kirolinter.service
        #   systemctl --user enable --now kirolinter
        #   loginctl enable-linger        to let it run while you are not logged in
        [Unit]
        Description=KiroLinter, background jobs
        After=network-online.target

        [Service]
        Type=simple
        ExecStart=%s
        Environment=%s
        # For what nobody is to see, such as KIROLINTER_MEMORY with a password: mode 0600.
        EnvironmentFile=-%%h/.config/kirolinter/daemon.env
        Environment=MALLOC_ARENA_MAX=2
        Restart=on-failure
        RestartSec=30
        # SIGTERM lets the steps in work end, for 25 seconds; their runs go on after the next start.
        KillMode=mixed
        TimeoutStopSec=40
        Nice=10
        IOSchedulingClass=idle

        [Install]
        WantedBy=default.target
        """
        .formatted(command, quoted("KIROLINTER_HOME=" + Wiring.home(environment)));
  }

  /** In a command, a dollar stands for itself if it is doubled. */
  private static String argument(String word) {
    return quoted(word.replace("$", "$$"));
  }

  /** In a unit, a percent sign stands for itself if it is doubled. */
  private static String quoted(String word) {
    String plain = word.replace("%", "%%");
    return plain.matches("[A-Za-z0-9_./:=@+%$-]+")
        ? plain
        : "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
