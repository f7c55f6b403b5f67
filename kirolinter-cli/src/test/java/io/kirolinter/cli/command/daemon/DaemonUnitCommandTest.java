package io.kirolinter.cli.command.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.cli.testkit.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd is told about the daemon. */
class DaemonUnitCommandTest {

  @TempDir Path temp;

  @Test
  void runsTheDaemonOfThisDataFolderWithAsManyRunsAtATimeAsAsked() {
    Path home = temp.resolve("home");

    String unit = unit(home, "--concurrency", "3");

    assertThat(unit)
        .contains("Environment=KIROLINTER_HOME=" + home + "\n", "[Install]", "KillMode=mixed")
        .containsPattern(
            "ExecStart=.* daemon run --concurrency 3 --keep 2160h --keep-runs 10000\n");
  }

  @Test
  void theDaemonOfTheUnitKeepsAndLooksAsItIsTold() {
    assertThat(
            unit(
                temp.resolve("home"),
                "--concurrency",
                "1",
                "--keep",
                "30d",
                "--keep-runs",
                "none",
                "--on-decline",
                "monitor",
                "--allow-commands"))
        .containsPattern(
            "daemon run --concurrency 1 --keep 720h --keep-runs none --on-decline monitor"
                + " --allow-commands\n");
  }

  @Test
  void aFolderWithSpacesQuotesAndPercentSignsReachesTheDaemonAsItIs() {
    assertThat(unit(temp.resolve("100% \"my\" data"), "--concurrency", "1"))
        .contains("Environment=\"KIROLINTER_HOME=" + temp + "/100%% \\\"my\\\" data\"\n");
  }

  private String unit(Path home, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "daemon";
    all[1] = "unit";
    System.arraycopy(options, 0, all, 2, options.length);
    return Cli.in(temp, home).run(all).exitedWith(0).out();
  }
}
