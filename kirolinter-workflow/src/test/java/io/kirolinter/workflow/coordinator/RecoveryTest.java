package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.outcomes;
import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.coordinator.RunEvent.StepPostponed;
import io.kirolinter.workflow.coordinator.RunEvent.StepRetried;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run when steps fail, refuse, wait, or have nothing to do. */
class RecoveryTest {

  private static final String UNTIDY = "first\nsecond  \n";

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private final TidyAgents agents = new TidyAgents();

  @BeforeEach
  void open() {
    bench = new Bench(home);
    folder = bench.folder("project");
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private Run run(String template) throws InterruptedException {
    return bench.coordinator(agents).run(template, folder, RunRequest.autonomous());
  }

  /** Analyses, fixes, and then tells, where telling is as critical as the test wants it. */
  private Run runTelling(Criticality criticality) throws InterruptedException {
    Template telling =
        Template.of(
                "telling",
                "Fixes, then tells.",
                List.of("analyze", "fix", "integrate", "notify"),
                agents.descriptions())
            .withStep("notify", criticality, RetryPolicy.never());
    Coordinator coordinator =
        bench.closing(
            bench.builder("telling", agents).templates(Templates.builtIn().with(telling)).build());
    RunRequest inTree =
        RunRequest.autonomous().withOptions(RunOptions.applyingTo(ApplyTarget.TREE));
    return coordinator.run("telling", folder, inTree);
  }

  @Test
  void retriesAfterGrowingPausesUntilTheStepSucceeds() throws Exception {
    agents.failing("analyze", 2);
    Instant start = bench.clock().instant();

    Run run = run("quick_fix");

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(run, "analyze").attempts()).isEqualTo(3);
    assertThat(step(run, "analyze").error().orElseThrow()).contains("no analyze today");
    List<StepRetried> retries = bench.events(StepRetried.class);
    assertThat(retries).extracting(StepRetried::failedAttempts).containsExactly(1, 2);
    assertThat(retries.get(0).delay()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(retries.get(1).delay()).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
    assertThat(Duration.between(start, bench.clock().instant()))
        .isEqualTo(retries.get(0).delay().plus(retries.get(1).delay()));
    assertThat(agents.keys().subList(0, 3)).containsOnly(run.id() + "/analyze");
  }

  @Test
  void anInvalidRequestIsNotTriedAgain() throws Exception {
    agents.before(
        "analyze",
        context -> {
          throw new InvalidRequestException(ErrorMessage.cannot("read", "file", "x").found("no"));
        });

    Run run = run("quick_fix");

    assertThat(step(run, "analyze").attempts()).isEqualTo(1);
    assertThat(step(run, "analyze").error()).contains("Cannot read file 'x': no.");
    assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void aStackThatRunsOverIsAFailedAttempt() throws Exception {
    agents.before(
        "predict",
        context -> {
          throw new StackOverflowError();
        });

    Run run = run("monitor");

    assertThat(step(run, "predict").outcome()).contains(StepOutcome.RECOVERED);
    assertThat(step(run, "predict").error()).contains("StackOverflowError");
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aCancellationThatNobodyAskedForIsAFailedAttempt() throws Exception {
    agents.before(
        "predict",
        context -> {
          throw new CancellationException("some future");
        });

    Run run = run("monitor");

    assertThat(step(run, "predict").outcome()).contains(StepOutcome.RECOVERED);
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void secretsAndEndlessTextsInErrorsAreNotKept() throws Exception {
    agents.before(
        "analyze",
        context -> {
          throw new IllegalStateException("https://user:hunter22@host " + "x".repeat(5_000));
        });

    Run run = run("quick_fix");

    String error = step(run, "analyze").error().orElseThrow();
    assertThat(error).doesNotContain("hunter22").hasSizeLessThan(2_100).endsWith("…");
  }

  @Test
  void aRefusalOfACriticalStepFailsTheRunWithoutAnotherAttempt() throws Exception {
    agents.instead("fix", context -> StepResult.refused("The tree is dirty."));

    Run run = run("full_review");

    assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
    assertThat(step(run, "fix").attempts()).isEqualTo(1);
    assertThat(step(run, "fix").summary()).startsWith("Failed: The tree is dirty.");
    assertThat(step(run, "learn").outcome()).contains(StepOutcome.SKIPPED);
  }

  @Test
  void aRefusalOfAnOptionalStepIsRecovered() throws Exception {
    agents.instead("notify", context -> StepResult.refused("Nobody wants mail."));

    Run run = run("monitor");

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(run, "notify").outcome()).contains(StepOutcome.RECOVERED);
    assertThat(agents.calls("notify")).isEqualTo(1);
  }

  @Test
  void anIntegrationThatFailsLeavesTheFixesAndThePartialRunGoesOn() throws Exception {
    agents.failing("integrate", 99);

    Run run = run("full_review");

    assertThat(run.state().status()).isEqualTo(RunStatus.PARTIALLY_SUCCEEDED);
    assertThat(step(run, "integrate").outcome()).contains(StepOutcome.FAILED);
    assertThat(step(run, "integrate").summary()).contains("what came before it stays");
    assertThat(step(run, "learn").outcome()).contains(StepOutcome.SUCCEEDED);
    assertThat(agents.calls()).doesNotContain("undo fix", "undo integrate");
  }

  @Test
  void whatAnUnfinishedIntegrationHandsOnIsKeptAndTheRunIsPartial() throws Exception {
    CommitId commit = CommitId.of("1".repeat(40));
    Proposal branch = new Proposal("kirolinter/x", commit, commit, List.of(), "T", "", "t.md");
    agents.instead("integrate", context -> StepResult.incomplete(branch, "A branch.", "No forge."));

    Run run = run("full_review");

    assertThat(run.state().status()).isEqualTo(RunStatus.PARTIALLY_SUCCEEDED);
    assertThat(step(run, "integrate").outcome()).contains(StepOutcome.FAILED);
    assertThat(step(run, "integrate").summary()).isEqualTo("A branch.");
    assertThat(step(run, "integrate").error()).contains("No forge.");
    assertThat(agents.calls("integrate")).isEqualTo(1);
    assertThat(step(run, "learn").outcome()).contains(StepOutcome.SUCCEEDED);
    assertThat(bench.stores().journal().artifacts(run.id()))
        .filteredOn(one -> one.step().equals("integrate"))
        .singleElement()
        .matches(one -> one.json().contains("kirolinter/x"));
  }

  @Test
  void aCriticalStepThatFailsUndoesTheChangesBeforeItLastOneFirst() throws Exception {
    agents.failing("notify", 99);

    Run run = runTelling(Criticality.CRITICAL);

    assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
    assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);
    assertThat(folder.has(run.id() + ".branch")).isFalse();
    assertThat(agents.calls())
        .containsExactly("analyze", "fix", "integrate", "notify", "undo integrate", "undo fix");
    assertThat(step(run, "fix").outcome()).contains(StepOutcome.SUCCEEDED);
    assertThat(step(run, "fix").summary()).endsWith("Whatever it changed is undone.");
    assertThat(Bench.names(run)).containsExactly("analyze", "fix", "integrate", "notify");
  }

  @Test
  void anOptionalStepThatFailsUndoesNothing() throws Exception {
    agents.failing("notify", 99);

    Run run = runTelling(Criticality.OPTIONAL);

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(folder.read("untidy.txt")).isEqualTo("first\nsecond\n");
  }

  @Test
  void aFailedUndoIsToldAndTheOtherChangesAreStillUndone() throws Exception {
    agents.before(
        "notify",
        context -> {
          String branch = context.runId() + ".branch";
          Path file = folder.location().resolve(branch);
          Files.delete(file);
          Files.createDirectories(file.resolve("full"));
          throw new IllegalStateException("no");
        });

    Run run = runTelling(Criticality.CRITICAL);

    assertThat(step(run, "integrate").summary()).contains("could not be undone");
    assertThat(step(run, "fix").summary()).contains("is undone");
    assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);
    assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void whatFollowsAStepWithNothingToDoHasNothingToDoEither() throws Exception {
    folder.write("untidy.txt", "clean\n");

    Run run = run("full_review");

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(run, "fix").outcome()).contains(StepOutcome.NOTHING_TO_DO);
    assertThat(step(run, "integrate").outcome()).contains(StepOutcome.NOTHING_TO_DO);
    assertThat(step(run, "integrate").summary()).contains("step 'fix' had nothing to do");
    assertThat(step(run, "integrate").attempts()).isZero();
    assertThat(agents.calls()).containsExactly("predict", "analyze", "fix", "learn");
  }

  @Test
  void whatFollowsAStepThatWasRecoveredIsLeftOut() throws Exception {
    Template template =
        Template.of("own", "Own.", List.of("analyze", "notify"), agents.descriptions())
            .withStep("analyze", Criticality.OPTIONAL, RetryPolicy.never());
    Coordinator coordinator =
        bench.closing(
            bench.builder("own", agents).templates(Templates.builtIn().with(template)).build());
    agents.failing("analyze", 99);

    Run run = coordinator.run("own", folder, RunRequest.autonomous());

    assertThat(step(run, "notify").outcome()).contains(StepOutcome.SKIPPED);
    assertThat(step(run, "notify").summary()).contains("'analyze'").contains("recovered");
    assertThat(run.state().status()).as("nothing was done").isEqualTo(RunStatus.FAILED);
  }

  @Test
  void aStepThatBreaksItsPromiseFails() throws Exception {
    agents.instead("learn", context -> StepResult.done("Learned, but hands nothing on."));

    Run run = run("full_review");

    assertThat(step(run, "learn").outcome()).contains(StepOutcome.RECOVERED);
    assertThat(step(run, "learn").error().orElseThrow())
        .contains("is to hand on lessons, and handed on nothing");
  }

  @Test
  void aStepThatIsToComeLaterIsWaitedFor() throws Exception {
    Instant later = bench.clock().instant().plus(Duration.ofMinutes(5));
    agents.before("analyze", context -> {});
    agents.instead(
        "notify",
        context ->
            context.clock().instant().isBefore(later)
                ? StepResult.later(later, "Office hours begin later.")
                : StepResult.nothingToDo("Too late."));

    Run run = run("monitor");

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(agents.calls("notify")).isEqualTo(2);
    assertThat(step(run, "notify").attempts()).isEqualTo(2);
    assertThat(bench.events(StepPostponed.class))
        .extracting(StepPostponed::notBefore)
        .containsExactly(later);
  }

  @Test
  void aStepThatIsToComeMuchLaterLeavesTheRunWaitingForTheNextOne() throws Exception {
    Instant tomorrow = bench.clock().instant().plus(Duration.ofDays(1));
    agents.instead(
        "notify",
        context ->
            context.clock().instant().isBefore(tomorrow)
                ? StepResult.later(tomorrow, "Not on Sundays.")
                : StepResult.nothingToDo("Nobody is there."));
    Coordinator coordinator = bench.coordinator(agents);

    Run left = coordinator.run("monitor", folder, RunRequest.autonomous());
    assertThat(left.state().status()).isEqualTo(RunStatus.WAITING);
    assertThat(coordinator.recover(folder)).as("not yet").isEmpty();
    bench.clock().set(tomorrow);
    List<Run> ended = bench.coordinator(agents).recover(folder);

    assertThat(ended).extracting(Run::id).containsExactly(left.id());
    assertThat(ended.get(0).state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(ended.get(0).state().takeovers()).as("no process was lost").isZero();
    assertThat(agents.calls("analyze")).isEqualTo(1);
  }

  @Test
  void aListenerThatThrowsBreaksNoRunAndHearsOfItOnce() throws Exception {
    List<RunEvent> heard = new CopyOnWriteArrayList<>();
    RunListener broken =
        event -> {
          heard.add(event);
          throw new IllegalStateException("broken listener");
        };
    Coordinator coordinator = bench.closing(bench.builder("own", agents).listener(broken).build());

    Run run = coordinator.run("quick_fix", folder, RunRequest.autonomous());

    assertThat(outcomes(run).values()).containsOnly(StepOutcome.SUCCEEDED);
    assertThat(heard)
        .filteredOn(RunEvent.ListenerFailed.class::isInstance)
        .containsExactly(
            new RunEvent.ListenerFailed(run.id(), "IllegalStateException: broken listener"));
    assertThat(heard).last().isEqualTo(new RunEvent.RunEnded(run));
  }

  @Test
  void progressComesFromTheSteps() throws Exception {
    Run run = run("quick_fix");

    assertThat(bench.events())
        .contains(new RunEvent.StepProgress(run.id(), "analyze", "files", 2, 2));
    assertThat(bench.events(RunEvent.StepStarted.class))
        .extracting(e -> e.number() + "/" + e.total() + " " + e.step().name())
        .containsExactly("1/2 analyze", "2/2 fix");
  }
}
