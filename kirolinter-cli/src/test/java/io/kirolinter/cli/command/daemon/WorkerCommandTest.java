package io.kirolinter.cli.command.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WorkerCommandTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  private JsonNode queued(String template) {
    return cli.run("agent", "workflow", "--template", template, "--queue", "--format", "json")
        .exitedWith(0)
        .json();
  }

  private String status(JsonNode run) {
    return cli.run("agent", "status", run.get("runId").textValue(), "--format", "json")
        .exitedWith(0)
        .json()
        .get("status")
        .textValue();
  }

  @Test
  void aQueuedRunIsWrittenAndNotRun() {
    JsonNode run = queued("full_review");

    assertThat(run.get("runId").textValue()).matches("20261122-181530-[0-9a-f]{6}");
    assertThat(run.get("status").textValue()).isEqualTo("queued");
    assertThat(run.get("steps")).isEmpty();
    assertThat(run.get("baseCommit").textValue()).isEqualTo(repository.head().value());
    assertThat(status(run)).isEqualTo("queued");
    assertThat(repository.git("branch", "--list", "kirolinter/*")).isEmpty();
    assertThat(cli.run("agent", "workflow", "--template", "monitor", "--queue").out())
        .contains("Status: queued")
        .contains("kirolinter worker");
  }

  @Test
  void aWorkerEndsWhatIsQueuedAndTellsHow() {
    JsonNode review = queued("full_review");
    JsonNode look = queued("monitor");

    Outcome worker = cli.run("worker", "--once", "--format", "json").exitedWith(0);

    assertThat(worker.json().get("worker").textValue()).startsWith("test-");
    assertThat(worker.json().get("runs").get("succeeded").intValue()).isEqualTo(2);
    assertThat(worker.json().get("dropped").intValue()).isZero();
    assertThat(status(review)).isEqualTo("succeeded");
    assertThat(status(look)).isEqualTo("succeeded");
    assertThat(repository.git("branch", "--list", "kirolinter/*"))
        .contains(review.get("runId").textValue());
    String id = review.get("runId").textValue();
    assertThat(worker.err().lines())
        .anyMatch(line -> line.matches("worker test-\\S+ looks for runs"))
        .anyMatch(line -> line.startsWith(id + "  taken: full_review of root:"))
        .anyMatch(line -> line.matches(id + "  fix +succeeded in \\d+\\.\\d s: 1 fix .*"))
        .anyMatch(line -> line.equals(id + "  succeeded"));
    assertThat(worker.err().indexOf(id + "  succeeded"))
        .as("in their order")
        .isLessThan(worker.err().indexOf(look.get("runId").textValue() + "  succeeded"));
  }

  @Test
  void aWorkerWithNothingToDoSaysSo() {
    Outcome worker = cli.run("worker", "--once", "--name", "ann", "--quiet").exitedWith(0);

    assertThat(worker.out()).isEqualTo("Worker ann ended 0 runs.\n");
    assertThat(worker.err()).isEmpty();
  }

  @Test
  void aRunThatFailsShowsInTheExitCode() throws Exception {
    Path report =
        Files.writeString(
            temp.resolve("a.sarif"), "{'version':'2.1.0','runs':[]}".replace('\'', '"'));
    cli.run(
            "agent",
            "workflow",
            "--template",
            "quick_fix",
            "--queue",
            "--analyzer",
            "sarif=" + report)
        .exitedWith(0);
    Files.delete(report);

    Outcome worker = cli.run("worker", "--once").exitedWith(3);

    assertThat(worker.out()).startsWith("Worker test-").endsWith(" ended 1 run: 1 failed.\n");
  }

  @Test
  void aRunWhoseRepositoryIsGoneIsGivenBackAndFailsAtLast() throws Exception {
    JsonNode run = queued("monitor");
    Path folder = repository.folder();
    Cli elsewhere = Cli.in(temp, temp.resolve("home"));
    Files.move(folder, temp.resolve("moved"));

    Outcome first = elsewhere.run("worker", "--once").exitedWith(0);
    Outcome last = first;
    for (int i = 0; i < 11; i++) {
      elsewhere.clock().advance(Duration.ofMinutes(i + 1));
      last = elsewhere.run("worker", "--once");
    }

    assertThat(first.err())
        .contains(run.get("runId").textValue() + "  given back: Cannot open repository '" + folder);
    assertThat(last.exitedWith(3).err()).contains("It has failed, as no worker could work on it.");
    assertThat(last.out()).endsWith(" ended 0 runs, and dropped 1.\n");
    cli = elsewhere;
    assertThat(status(run)).isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({"interactive", "background"})
  void onlyAnAutonomousRunIsQueued(String mode) {
    cli.runAtTerminal("", "agent", "workflow", "--template", "monitor", "--queue", "--mode", mode)
        .refusedWith(
            2,
            "Cannot use option '--queue': the mode is "
                + mode
                + "; expected autonomous. Workers run to the end what they take; leave one of the"
                + " options out.");
    assertThat(temp.resolve("home")).doesNotExist();
  }

  @Test
  void aWorkerHasOneHandAtLeast() {
    cli.run("worker", "--concurrency", "0")
        .refusedWith(
            2,
            "Cannot use option '--concurrency': it was 0; expected 1 or more. Leave it out to work"
                + " on one run at a time.");
    assertThat(temp.resolve("home")).doesNotExist();
  }
}
