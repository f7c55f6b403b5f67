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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are done again, in part or with other options, and that are kept in their time. */
class RunControlTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void aDryRunIsMadeTrueByAForkWithoutFixingAgain() {
    String dry = start("full_review", "--dry-run");
    assertThat(branches()).isEmpty();

    JsonNode fork = json("agent", "fork", dry, "--from", "integrate", "--apply", "branch");

    String id = fork.get("runId").textValue();
    assertThat(id).isNotEqualTo(dry);
    assertThat(fork.get("status").textValue()).isEqualTo("succeeded");
    assertThat(fork.get("branch").textValue()).isEqualTo("kirolinter/" + id);
    assertThat(branches()).contains("kirolinter/" + id);
    assertThat(fork.get("forkedFrom").get("runId").textValue()).isEqualTo(dry);
    assertThat(fork.get("forkedFrom").get("step").textValue()).isEqualTo("integrate");
    assertThat(fork.get("steps").get(2).get("summary").textValue())
        .startsWith("Taken from run " + dry + ": ");
    assertThat(json("agent", "status", id)).isEqualTo(fork);
    assertThat(cli.run("agent", "status", id).out())
        .contains("Goes on from run " + dry + " at step 'integrate'.");
    assertThat(json("agent", "runs").get(0).get("forkedFrom").textValue()).isEqualTo(dry);
  }

  @Test
  void aForkLeavesTheBranchOfItsOriginAlone() {
    String origin = start("full_review");
    String before = repository.git("rev-parse", "kirolinter/" + origin);

    JsonNode fork = json("agent", "fork", origin, "--from", "integrate");
    cli.run("agent", "undo", fork.get("runId").textValue()).exitedWith(0);

    assertThat(repository.git("rev-parse", "kirolinter/" + origin)).isEqualTo(before);
    assertThat(json("agent", "status", origin).get("forkedFrom").isNull()).isTrue();
  }

  @Test
  void whoCanTakeAChangeBackIsTheRunThatMadeIt() {
    String origin = start("full_review");

    Outcome fork = cli.run("agent", "fork", origin, "--from", "learn").exitedWith(0);

    assertThat(fork.out()).contains("kirolinter agent undo " + origin + "   delete the branch");
  }

  @Test
  void aFixThatTakesTooLongFailsItsRunWhichIsDoneAgainWithoutWhatWasSlow() {
    Outcome slow =
        cli.run(
                "agent",
                "workflow",
                "--template",
                "quick_fix",
                "--verify",
                "sleep 300",
                "--step-timeout",
                "fix=1s")
            .exitedWith(3);
    String failed = json("agent", "runs").get(0).get("runId").textValue();
    assertThat(slow.out())
        .contains("step 'fix' did not end within its limit of 1s")
        .contains("kirolinter agent retry " + failed);
    assertThat(repository.git("status", "--porcelain")).isEmpty();

    JsonNode again = json("agent", "fork", failed, "--from", "fix", "--no-verify");

    assertThat(again.get("status").textValue()).isEqualTo("succeeded");
    assertThat(again.get("fixes").get("applied").intValue()).isEqualTo(1);
    assertThat(planOf(again).options().verifyCommand()).isEmpty();
    assertThat(planOf(again).steps().get(1).timeLimit()).contains(Duration.ofSeconds(1));
  }

  @Test
  void aRetryDoesWhatFailedAgainWithTheSameOptions() {
    Path flag = temp.resolve("good");
    Outcome failed =
        cli.run(
            "agent",
            "workflow",
            "--template",
            "quick_fix",
            "--max-fixes",
            "7",
            "--verify",
            "test -e '%s' || sleep 300".formatted(flag),
            "--step-timeout",
            "fix=1s,1h",
            "--format",
            "json");
    failed.exitedWith(3);
    write(flag);

    JsonNode again = json("agent", "retry", failed.json().get("runId").textValue());

    assertThat(again.get("status").textValue()).isEqualTo("succeeded");
    assertThat(again.get("forkedFrom").get("step").textValue()).isEqualTo("fix");
    assertThat(planOf(again).options().maxFixes()).hasValue(7);
    assertThat(planOf(again).steps().get(0).timeLimit()).contains(Duration.ofHours(1));
  }

  @Test
  void aRetryFromAStepNeedsNoFailure() {
    String origin = start("monitor");

    JsonNode again = json("agent", "retry", origin, "--from", "analyze");

    assertThat(again.get("forkedFrom").get("step").textValue()).isEqualTo("analyze");
    assertThat(again.get("findings").intValue()).isEqualTo(2);
    cli.run("agent", "retry", origin)
        .refusedWith(
            2,
            "Cannot retry run '%s': no step of it failed or was left out; expected a step to do"
                    .formatted(origin)
                + " again. Name the step from which a new run is to go on.");
  }

  @Test
  void aForkTakesOtherLimits() {
    String dry = start("full_review", "--dry-run");

    JsonNode fork =
        json(
            "agent",
            "fork",
            dry,
            "--from",
            "fix",
            "--apply",
            "branch",
            "--max-fixes",
            "3",
            "--max-lines",
            "none",
            "--max-files",
            "5",
            "--verify",
            "true",
            "--step-timeout",
            "5m");

    RunPlan plan = planOf(fork);
    assertThat(plan.options().maxFixes()).hasValue(3);
    assertThat(plan.options().maxLines()).isEmpty();
    assertThat(plan.options().maxFiles()).hasValue(5);
    assertThat(plan.options().verifyCommand()).contains("true");
    assertThat(plan.steps())
        .allMatch(s -> s.timeLimit().equals(Optional.of(Duration.ofMinutes(5))));
  }

  @Test
  void optionsForFixesThatAreTakenOverAreRefused() {
    String dry = start("full_review", "--dry-run");

    for (String[] option :
        new String[][] {
          {"--max-fixes", "3"},
          {"--max-lines", "3"},
          {"--max-files", "3"},
          {"--verify", "true"},
          {"--no-verify"}
        }) {
      String[] fork = {"agent", "fork", dry, "--from", "integrate"};
      cli.run(Stream.concat(Arrays.stream(fork), Arrays.stream(option)).toArray(String[]::new))
          .refusedWith(
              2,
              "Cannot use option '%s': the fixes are taken over from the old run; expected step"
                      .formatted(option[0])
                  + " 'fix' to run again. Fork from 'fix' or a step before it, or leave the option"
                  + " out.");
    }
  }

  @Test
  void aForkNeedsAStepThatThereIs() {
    String origin = start("monitor");

    assertThat(cli.run("agent", "fork", origin, "--from", "analyse").exitedWith(2).err())
        .contains("it has no step 'analyse'")
        .contains("Did you mean 'analyze'?");
    assertThat(cli.run("agent", "fork", origin).exitedWith(2).err()).contains("--from");
  }

  @Test
  void aTimeLimitIsATimeForAStepThatThereIs() {
    for (String bad : new String[] {"0s", "soon", "fix=", "=3s", "2w"}) {
      cli.run("agent", "workflow", "--template", "monitor", "--step-timeout", bad)
          .refusedWith(
              2,
              "Cannot use time limit '%s': it is no time of a second or more; expected a number"
                      .formatted(bad)
                  + " and s, m, h or d, with 'STEP=' before it for one step. Write it like 30m or"
                  + " fix=2h.");
    }
    assertThat(
            cli.run("agent", "workflow", "--template", "monitor", "--step-timeout", "fix=2d")
                .exitedWith(2)
                .err())
        .startsWith("Cannot limit the time of step 'fix': 'monitor' has no such step");
  }

  @Test
  void showsWhoWorksOnARunAndUntilWhen() {
    RunPlan plan = planOf(json("agent", "status", start("monitor")));
    RunId id = RunId.of("20261122-181530-ffffff");
    try (Stores stores = EmbeddedStores.open(temp.resolve("home"), cli.clock())) {
      RunState running = RunState.queued().withStatus(RunStatus.RUNNING);
      stores
          .journal()
          .create(new Run(id, plan, running), "build-7/4711-3fa2c1", Duration.ofSeconds(6));
    }

    JsonNode line = json("agent", "runs").get(0);

    assertThat(line.get("runId").textValue()).isEqualTo(id.value());
    assertThat(line.get("owner").textValue()).isEqualTo("build-7/4711-3fa2c1");
    assertThat(line.get("leaseUntil").textValue()).isEqualTo("2026-11-22T18:16:36Z");
    assertThat(json("agent", "runs").get(1).get("owner").isNull()).as("over").isTrue();
    assertThat(cli.run("agent", "runs").out().lines().findFirst().orElseThrow())
        .endsWith("  worked on by build-7/4711-3fa2c1");
    assertThat(json("agent", "status", id.value()).get("owner").textValue())
        .isEqualTo("build-7/4711-3fa2c1");
    assertThat(cli.run("agent", "status", id.value()).out())
        .contains("Worked on by build-7/4711-3fa2c1 until 2026-11-22T18:16:36Z at least.");
    cli.clock().advance(Duration.ofSeconds(7));
    assertThat(json("agent", "runs").get(0).get("owner").isNull()).as("lost").isTrue();
  }

  private String start(String template, String... more) {
    String[] workflow = {"agent", "workflow", "--template", template};
    String[] all =
        Stream.concat(Arrays.stream(workflow), Arrays.stream(more)).toArray(String[]::new);
    String id = json(all).get("runId").textValue();
    cli.clock().advance(Duration.ofMinutes(1));
    return id;
  }

  private String branches() {
    return repository.git("branch", "--list", "kirolinter/*");
  }

  private RunPlan planOf(JsonNode run) {
    try (Stores stores = EmbeddedStores.open(temp.resolve("home"), cli.clock())) {
      return stores.journal().find(RunId.of(run.get("runId").textValue())).orElseThrow().plan();
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode json(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--format";
    all[args.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }
}
