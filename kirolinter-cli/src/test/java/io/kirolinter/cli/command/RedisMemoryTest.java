package io.kirolinter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a Redis that a team shares. */
class RedisMemoryTest {

  @TempDir Path temp;
  private RedisServer server;
  private TestRepository repository;
  private Cli ann;
  private Cli bob;

  @BeforeEach
  void start() {
    server = RedisServer.start(RedisOptions.plain().password("s3cret"));
    repository = SampleCode.repository(temp.resolve("repository"));
    ann = Cli.in(repository.folder(), temp.resolve("ann")).with("KIROLINTER_MEMORY", server.url());
    bob = Cli.in(repository.folder(), temp.resolve("bob")).with("KIROLINTER_MEMORY", server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatOnePersonRunsAnotherOneSees() {
    Outcome run = ann.run("agent", "workflow", "--repo", ".", "--template", "full_review");
    run.exitedWith(0);
    JsonNode listed = bob.run("agent", "runs", "--format", "json").exitedWith(0).json();
    String id = listed.get(0).get("runId").textValue();

    Outcome status = bob.run("agent", "status", id).exitedWith(0);

    assertThat(listed).hasSize(1);
    assertThat(run.out()).contains(id);
    assertThat(status.out()).contains("full_review", "succeeded");
    assertThat(bob.run("agent", "runs", "--memory", "embedded").out()).startsWith("No runs yet");
    assertThat(temp.resolve("ann").resolve("kirolinter.db")).doesNotExist();
  }

  @Test
  void theOtherCommandsWorkThereToo() {
    ann.run("agent", "workflow", "--repo", ".", "--template", "monitor").exitedWith(0);

    bob.clock().advance(Duration.ofSeconds(1)); // ids of runs come from the time, and one seed
    bob.run("agent", "predict", "--repo", ".").exitedWith(0);
    bob.run("agent", "jobs").exitedWith(0);
    bob.run("agent", "analytics", "--workflows", "--repo", ".").exitedWith(0);
    bob.run("fix", ".", "--dry-run");
    assertThat(bob.run("analyze", ".").err()).doesNotContain("Note:");
  }

  @Test
  void doctorNamesTheAddressWithoutThePassword() {
    Outcome outcome = ann.run("doctor").exitedWith(0);

    assertThat(outcome.out())
        .containsPattern("ok +memory +redis://127.0.0.1:" + server.port() + ", 0 runs")
        .doesNotContain("s3cret");
  }

  @Test
  void theFormOfTheClientServesToo() throws Exception {
    Files.writeString(
        repository.folder().resolve("redisson.yaml"),
        "password: s3cret\nsingleServerConfig:\n  address: redis://127.0.0.1:" + server.port());

    Outcome outcome = ann.run("doctor", "--memory", "redis-config:redisson.yaml").exitedWith(0);

    assertThat(outcome.out()).contains("redisson.yaml, 0 runs").doesNotContain("s3cret");
  }

  @Test
  void anUnreachableServerIsNamedAndNothingIsKeptElsewhere() {
    server.stop();
    String place = "redis://127.0.0.1:" + server.port();

    ann.run("agent", "runs")
        .refusedWith(
            4,
            "Cannot open data store '%s': nothing listens there. Start it, or correct the address."
                .formatted(place));
    Outcome workflow = ann.run("agent", "workflow", "--repo", ".", "--template", "monitor");
    Outcome analysis = ann.run("analyze", ".");

    assertThat(workflow.exitCode()).isEqualTo(4);
    assertThat(workflow.out() + workflow.err()).contains(place).doesNotContain("s3cret");
    assertThat(analysis.err())
        .contains("Note: refused fixes are shown too. Cannot open data store '" + place);
    assertThat(temp.resolve("ann").resolve("kirolinter.db")).doesNotExist();
  }
}
