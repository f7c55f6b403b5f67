package io.kirolinter.cli.durability;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.cli.testkit.CommandProcess;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes that are asked to stop in the middle of a step. */
@Timeout(120)
class StoppedWorkerTest {

  @TempDir Path temp;
  private Path repository;
  private CommandProcess commands;
  private Process worker;
  private String run;

  /** Queues a run whose fixes are verified for as long as the test wants, and starts a worker. */
  @BeforeEach
  void startInTheMiddle() throws Exception {
    repository = SampleCode.repository(temp.resolve("repository")).folder();
    commands = new CommandProcess(temp.resolve("home"));
    String command =
        "touch '%s'; while [ ! -e '%s' ]; do sleep 0.05; done"
            .formatted(temp.resolve("begun"), temp.resolve("go"));
    run =
        json(
                "agent",
                "workflow",
                "--repo",
                repository.toString(),
                "--template",
                "full_review",
                "--queue",
                "--verify",
                command,
                "--format",
                "json")
            .get("runId")
            .textValue();
    worker =
        commands
            .builder("worker", "--format", "json")
            .redirectOutput(temp.resolve("out").toFile())
            .redirectError(temp.resolve("err").toFile())
            .start();
    await().until(() -> Files.exists(temp.resolve("begun")));
  }

  @AfterEach
  void endWorker() throws Exception {
    worker.destroyForcibly().waitFor();
  }

  private JsonNode json(String... arguments) throws Exception {
    return new Outcome(0, commands.output(arguments), "").json();
  }

  private JsonNode status() throws Exception {
    return json("agent", "status", run, "--format", "json");
  }

  private static JsonNode step(JsonNode status, String name) {
    for (JsonNode step : status.get("steps")) {
      if (step.get("name").textValue().equals(name)) {
        return step;
      }
    }
    throw new AssertionError("no step " + name + " in " + status);
  }

  private void stop(String said) throws Exception {
    worker.destroy();
    await().until(() -> Files.readString(temp.resolve("err")).contains(said));
  }

  @Test
  void theStepInWorkEndsAndAnotherWorkerGoesOnAfterItAtOnce() throws Exception {
    stop("stopping; the steps in work have 25 s to end");
    Files.createFile(temp.resolve("go"));

    assertThat(worker.waitFor(60, SECONDS)).isTrue();
    assertThat(worker.exitValue()).isZero();
    assertThat(Files.readString(temp.resolve("err"))).contains(run + "  given back");
    JsonNode left = status();
    assertThat(left.get("status").textValue()).isEqualTo("queued");
    assertThat(step(left, "fix").get("outcome").textValue()).isEqualTo("succeeded");
    JsonNode next = json("worker", "--once", "--format", "json");
    assertThat(next.get("runs").get("succeeded").intValue()).isEqualTo(1);
    assertThat(status().get("status").textValue()).isEqualTo("succeeded");
    assertThat(step(status(), "fix").get("attempts").intValue()).isEqualTo(1);
    assertThat(status().get("takeovers").intValue()).isZero();
  }

  @Test
  void aSecondRequestInterruptsTheStepWhichRunsAgainElsewhere() throws Exception {
    stop("stopping; the steps in work have 25 s to end");
    stop("stopping at once");

    assertThat(worker.waitFor(60, SECONDS)).isTrue();
    assertThat(worker.exitValue()).isEqualTo(130);
    assertThat(status().get("status").textValue()).isEqualTo("queued");
    Files.createFile(temp.resolve("go"));
    json("worker", "--once", "--format", "json");
    assertThat(status().get("status").textValue()).isEqualTo("succeeded");
    assertThat(step(status(), "fix").get("attempts").intValue()).isEqualTo(2);
  }
}
