package io.kirolinter.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.cli.testkit.CommandProcess;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as scripts meet it: a process with two streams and an exit code. */
@Timeout(120)
class ProcessTest {

  @TempDir Path temp;
  private Path repository;
  private CommandProcess process;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository")).folder();
    process = new CommandProcess(temp.resolve("home"));
  }

  @Test
  void printsTheResultToStdoutAndProgressToStderr() throws Exception {
    Outcome outcome = run("agent", "workflow", "--template", "full_review", "--format", "json");

    JsonNode run = outcome.exitedWith(0).json();
    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(outcome.err()).contains("analyze").contains("succeeded in");
    Outcome status = run("agent", "status", run.get("runId").textValue(), "--format", "json");
    assertThat(status.exitedWith(0).json()).isEqualTo(run);
    assertThat(status.err()).isEmpty();
  }

  @Test
  void tellsByItsExitCodeHowItWent() throws Exception {
    Files.writeString(temp.resolve("home"), "no folder");
    run("analyze", ".").exitedWith(0);
    run("analyze", ".", "--fail-on", "high").exitedWith(1);
    run("agent", "workflow", "--template", "full_reviw").exitedWith(2);
    run("agent", "runs").exitedWith(4);
  }

  @Test
  void writesUtf8WhateverThePlatformPrefers() throws Exception {
    Files.writeString(
        repository.resolve("src/main/java/a/Gr\u00fc\u00dfe.java"),
        "import java.util.List;\n\nclass Gr\u00fc\u00dfe {}\n");
    ProcessBuilder builder = builder("analyze", ".", "--format", "json");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.command().add(1, "-Dfile.encoding=ISO-8859-1");

    Outcome outcome = end(builder);

    assertThat(outcome.exitedWith(0).json().get("findings").findValuesAsText("path"))
        .contains("src/main/java/a/Gr\u00fc\u00dfe.java");
  }

  @Test
  void servesTheDashboardToWhoHasTheAddressUntilItIsStopped() throws Exception {
    Process dashboard = builder("dashboard").start();
    try (BufferedReader out = dashboard.inputReader(StandardCharsets.UTF_8)) {
      URI address = URI.create(out.readLine());

      assertThat(status(address)).isEqualTo(200);
      assertThat(status(address.resolve("/"))).isBetween(400, 499);
      dashboard.destroy();

      assertThat(dashboard.waitFor(60, SECONDS)).isTrue();
      assertThat(dashboard.exitValue()).isIn(0, 143);
    } finally {
      dashboard.destroyForcibly();
    }
  }

  private static int status(URI address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @ParameterizedTest
  @CsvSource({"INT, 2, 130", "TERM, 15, 143"})
  void leavesARunWaitingWhenItIsStoppedAtAQuestion(String signal, int number, int exitCode)
      throws Exception {
    assumeThat(isIgnored(number)).isFalse();
    ProcessBuilder builder =
        builder("agent", "workflow", "--template", "monitor", "--mode", "interactive");
    builder.command().add(1, "-Dkirolinter.terminal=present");
    Process waiting = builder.start();
    awaitText(waiting.errorReader(StandardCharsets.UTF_8), "Run this step?");

    new ProcessBuilder("kill", "-" + signal, String.valueOf(waiting.pid())).start().waitFor();

    assertThat(waiting.waitFor(60, SECONDS)).isTrue();
    assertThat(waiting.exitValue()).isEqualTo(exitCode);
    JsonNode runs = run("agent", "runs", "--format", "json").exitedWith(0).json();
    assertThat(runs.get(0).get("status").textValue()).isEqualTo("waiting");
    assertThat(runs.get(0).get("waitingFor").get("step").textValue()).isEqualTo("predict");
    assertThat(runs.get(0).get("owner").isNull()).as("let go of").isTrue();
  }

  @Test
  void cancelsARunThatIsStoppedInAStep() throws Exception {
    Process working =
        builder("agent", "workflow", "--template", "quick_fix", "--verify", "sleep 600").start();
    awaitText(working.errorReader(StandardCharsets.UTF_8), "analyze");

    working.destroy();

    assertThat(working.waitFor(60, SECONDS)).isTrue();
    assertThat(working.exitValue()).isEqualTo(143);
    JsonNode runs = run("agent", "runs", "--format", "json").exitedWith(0).json();
    assertThat(runs.get(0).get("status").textValue()).isEqualTo("cancelled");
  }

  /** A shell starts its background jobs so, and their children have it from them. */
  private static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(mask -> (mask & (1L << (signal - 1))) != 0);
  }

  @Test
  void runsAJobInTheBackgroundUntilItIsStopped() throws Exception {
    Process background =
        builder(
                "agent",
                "workflow",
                "--template",
                "monitor",
                "--mode",
                "background",
                "--foreground")
            .start();
    try {
      awaitText(background.errorReader(StandardCharsets.UTF_8), "succeeded");

      JsonNode jobs = run("agent", "jobs", "--format", "json").exitedWith(0).json();
      assertThat(jobs).hasSize(1);
      assertThat(jobs.get(0).get("template").textValue()).isEqualTo("monitor");
      assertThat(jobs.get(0).get("interval").textValue()).isEqualTo("PT24H");
      String id = jobs.get(0).get("id").textValue();
      assertThat(run("agent", "jobs").out())
          .startsWith(id + "  every PT24H, at each commit, next at ");
      assertThat(run("agent", "jobs", "--remove", id).exitedWith(0).out()).isEqualTo("No jobs.\n");
      JsonNode runs = run("agent", "runs", "--format", "json").json();
      assertThat(runs.get(0).get("status").textValue()).isEqualTo("succeeded");
    } finally {
      background.destroy();
    }
    assertThat(background.waitFor(60, SECONDS)).isTrue();
  }

  private Outcome run(String... arguments) throws Exception {
    return end(builder(arguments));
  }

  private ProcessBuilder builder(String... arguments) {
    return process.builder(arguments).directory(repository.toFile());
  }

  private Outcome end(ProcessBuilder builder) throws Exception {
    Path out = temp.resolve("out.txt");
    Path err = temp.resolve("err.txt");
    Process started = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(started.waitFor(60, SECONDS)).isTrue();
    return new Outcome(started.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void awaitText(BufferedReader reader, String wanted) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(wanted) < 0) {
      int one = reader.read();
      assertThat(one).as("end of the stream after: " + read).isNotNegative();
      read.append((char) one);
    }
  }
}
