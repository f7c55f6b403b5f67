package io.kirolinter.cli.testkit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a process of its own, with its own data folder. */
public record CommandProcess(Path home) {

  /** Starts a command whose progress nobody reads. */
  public Process start(String... arguments) throws IOException {
    return builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** {@return a command that is yet to be started, to be given streams and a folder} */
  public ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.kirolinter.cli.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("KIROLINTER_HOME", home.toString());
    return builder;
  }

  /** Runs a command to its end and gives what it printed. */
  public String output(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", arguments) + out).isZero();
    return out;
  }

  /** Starts a command and kills it with SIGKILL after a time, if it still runs. */
  public void killed(long afterMillis, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(arguments);
    process.waitFor(afterMillis, MILLISECONDS);
    process.destroyForcibly().waitFor();
  }
}
