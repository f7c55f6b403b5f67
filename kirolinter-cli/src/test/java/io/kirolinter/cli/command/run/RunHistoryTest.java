package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at runs, and act on them, after they were started. */
class RunHistoryTest {

  private static final String UNKNOWN = "20261122-181530-000000";

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void listsNoRunsAndSaysHowToStartOne() {
    assertThat(json("agent", "runs")).isEmpty();
    assertThat(cli.run("agent", "runs").exitedWith(0).out())
        .isEqualTo(
            "No runs yet. Start one: kirolinter agent workflow --repo . --template full_review\n");
  }

  @Test
  void listsTheNewestRunsFirst() {
    String first = start("monitor");
    cli.clock().advance(Duration.ofMinutes(1));
    String second = start("maintenance");

    JsonNode runs = json("agent", "runs");

    assertThat(runs.findValuesAsText("runId")).containsExactly(second, first);
    assertThat(runs.get(1).get("template").textValue()).isEqualTo("monitor");
    assertThat(runs.get(1).get("status").textValue()).isEqualTo("succeeded");
    assertThat(runs.get(1).get("createdAt").textValue()).isEqualTo("2026-11-22T18:15:30Z");
    assertThat(runs.get(1).get("repository").textValue()).startsWith("root:");
    assertThat(json("agent", "runs", "--limit", "1").findValuesAsText("runId"))
        .containsExactly(second);
    assertThat(cli.run("agent", "runs").out().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(second + "  succeeded ");
  }

  @Test
  void listsOnlyTheRunsOfOneRepositoryWhenAsked() {
    String mine = start("monitor");
    TestRepository other = TestRepository.init(temp.resolve("other"));
    other.write("A.java", "class A {}\n").commit("other");

    assertThat(json("agent", "runs", "--repo", other.folder().toString())).isEmpty();
    assertThat(json("agent", "runs", "--repo", "src").findValuesAsText("runId"))
        .containsExactly(mine);
  }

  @Test
  void showsARunAsItWasShownWhenItEnded() {
    Outcome run = cli.run("agent", "workflow", "--template", "monitor", "--format", "json");
    String id = run.json().get("runId").textValue();

    assertThat(json("agent", "status", id)).isEqualTo(run.json());
    assertThat(cli.run("agent", "status", id).exitedWith(0).out())
        .startsWith("Run " + id + ": monitor of root:");
  }

  @Test
  void namesARunThatIsNotThere() {
    for (String command : new String[] {"status", "resume", "cancel", "undo"}) {
      cli.run("agent", command, UNKNOWN)
          .refusedWith(
              2,
              "Cannot find run '%s': there is no such run in %s; expected the id of a run."
                      .formatted(UNKNOWN, temp.resolve("home"))
                  + " 'kirolinter agent runs' lists them.");
    }
  }

  @Test
  void goesOnWithARunWhoseProcessWasLost() {
    String lost = lose(start("monitor"));
    assertThat(json("agent", "status", lost).get("status").textValue()).isEqualTo("running");
    cli.clock().advance(Duration.ofMinutes(1));

    JsonNode resumed = json("agent", "resume", lost);

    assertThat(resumed.get("status").textValue()).isEqualTo("succeeded");
    assertThat(resumed.get("findings").intValue()).isEqualTo(2);
    assertThat(resumed.get("takeovers").intValue()).isEqualTo(1);
    assertThat(json("agent", "status", lost)).isEqualTo(resumed);
  }

  @Test
  void leavesARunThatIsOverAsItIs() {
    String id = start("monitor");
    JsonNode before = json("agent", "status", id);

    assertThat(json("agent", "resume", id)).isEqualTo(before);
    assertThat(json("agent", "cancel", id).get("cancelRequested").booleanValue()).isFalse();
    assertThat(cli.run("agent", "cancel", id).exitedWith(0).out())
        .isEqualTo("Run " + id + " was over already.\n");
    assertThat(json("agent", "status", id)).isEqualTo(before);
  }

  @Test
  void asksALivingRunToStop() {
    String lost = lose(start("monitor"));

    Outcome cancelled = cli.run("agent", "cancel", lost).exitedWith(0);

    assertThat(cancelled.out()).isEqualTo("Run " + lost + " was asked to stop.\n");
    cli.clock().advance(Duration.ofMinutes(1));
    assertThat(json("agent", "resume", lost).get("status").textValue()).isEqualTo("cancelled");
  }

  @Test
  void takesNothingBackOfARunThatChangedNothing() {
    String id = start("monitor");

    assertThat(cli.run("agent", "undo", id).exitedWith(0).out())
        .isEqualTo("Run " + id + " had changed nothing.\n");
    JsonNode undone = json("agent", "undo", id);
    assertThat(undone.get("runId").textValue()).isEqualTo(id);
    assertThat(undone.get("undone")).isEmpty();
  }

  private String start(String template) {
    return json("agent", "workflow", "--template", template).get("runId").textValue();
  }

  /** {@return a run that a process began, and then died} */
  private String lose(String sample) {
    try (Stores stores = EmbeddedStores.open(temp.resolve("home"), cli.clock())) {
      RunPlan plan = stores.journal().find(RunId.of(sample)).orElseThrow().plan();
      Run run =
          new Run(
              RunId.of("20261122-181530-00dead"),
              plan,
              RunState.queued().withStatus(RunStatus.RUNNING));
      stores.journal().create(run, "a process that died", Duration.ofSeconds(6));
      return run.id().value();
    }
  }

  private JsonNode json(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--format";
    all[args.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }
}
