package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.names;
import static io.kirolinter.workflow.testkit.Bench.outcomes;
import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.coordinator.RunEvent.RunLeft;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatorTest {

  private static final String UNTIDY = "first\nsecond  \n";
  private static final CommitId COMMIT = CommitId.of("c".repeat(40));
  private static final RunId NOBODY = RunId.of("20200101-000000-abcdef");

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private final TidyAgents agents = new TidyAgents();
  private Coordinator coordinator;

  @BeforeEach
  void open() {
    bench = new Bench(home);
    folder = bench.folder("project");
    coordinator = bench.coordinator(agents);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private Run run(String template) throws InterruptedException {
    return coordinator.run(template, folder, RunRequest.autonomous());
  }

  @Nested
  class Plan {

    @Test
    void pinsWhatTheRequestAndTheTemplateSay() throws Exception {
      RunOptions options = RunOptions.applyingTo(ApplyTarget.NONE).withMaxFixes(3);
      RunRequest request =
          RunRequest.autonomous().withOptions(options).withSources(SourceSets.MAIN_AND_TEST);

      Run run = coordinator.run("security_focus", folder.at(COMMIT), request);

      Template template = Templates.builtIn().get("security_focus");
      assertThat(run.plan().steps()).isEqualTo(template.steps());
      assertThat(run.plan().scope())
          .isEqualTo(template.scope().withSources(SourceSets.MAIN_AND_TEST));
      assertThat(run.plan().options()).isEqualTo(options);
      assertThat(run.plan().effect()).as("nothing is applied").isEqualTo(Effect.READS);
      assertThat(run.plan().baseCommit()).contains(COMMIT);
      assertThat(run.plan().location()).isEqualTo(folder.location().toString());
    }

    @Test
    void takesAnotherBaseCommitOnRequestAndOpensItOnceForAllSteps() throws Exception {
      CommitId other = CommitId.of("d".repeat(40));

      coordinator.run("monitor", folder.at(COMMIT), RunRequest.autonomous().withBaseCommit(other));

      assertThat(folder.log()).containsExactly("open dddddddddd", "close");
    }

    @Test
    void aRunThatFixesChangesFiles() throws Exception {
      assertThat(run("full_review").plan().effect()).isEqualTo(Effect.CHANGES);
      assertThat(run("monitor").plan().effect()).isEqualTo(Effect.READS);
    }

    @Test
    void aBackgroundRunDoesNotTakeTheCheckout() throws Exception {
      Run run = coordinator.run("quick_fix", folder, RunRequest.background());
      assertThat(run.plan().options().apply()).isEqualTo(ApplyTarget.BRANCH);

      RunRequest inTree =
          RunRequest.background().withOptions(RunOptions.applyingTo(ApplyTarget.TREE));
      assertThatThrownBy(() -> coordinator.start("quick_fix", folder, inTree))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("change the checkout in the background");
    }

    @Test
    void onlyAnInteractiveRequestHasSomebodyToAsk() {
      assertThatThrownBy(
              () ->
                  new RunRequest(
                      RunMode.INTERACTIVE,
                      RunRequest.autonomous().options(),
                      RunRequest.autonomous().sources(),
                      RunRequest.autonomous().baseCommit(),
                      RunRequest.autonomous().confirmation(),
                      RunRequest.autonomous().id()))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepKnowsWhetherALaterOneAwaitsItsArtifact() throws Exception {
      List<Boolean> awaited = new ArrayList<>();
      agents.before("fix", context -> awaited.add(context.isAwaited(ArtifactType.FIX_SET)));

      run("full_review");
      run("quick_fix");

      assertThat(awaited).containsExactly(true, false);
    }
  }

  @Nested
  class Asking {

    private Run ask(List<Answer> answers, List<String> asked) throws InterruptedException {
      Confirmation confirmation =
          new Confirmation() {
            @Override
            public StepReply ask(StepQuestion question) {
              asked.add(question.step().name() + " " + question.run().state().status().label());
              return StepReply.of(answers.get(asked.size() - 1));
            }

            @Override
            public String person() {
              return "Ada";
            }
          };
      return coordinator.run("full_review", folder, RunRequest.interactive(confirmation));
    }

    @Test
    void stopsAskingAfterYesToAll() throws Exception {
      List<String> asked = new ArrayList<>();

      Run run = ask(List.of(Answer.YES, Answer.YES_TO_ALL), asked);

      assertThat(asked).containsExactly("predict waiting", "analyze waiting");
      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(run.state().steps()).hasSize(5);
    }

    @Test
    void aStopCancelsTheRunAndNamesThePerson() throws Exception {
      Run run = ask(List.of(Answer.YES, Answer.STOP), new ArrayList<>());

      assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(step(run, "predict").outcome()).contains(StepOutcome.SUCCEEDED);
      assertThat(step(run, "learn").summary()).isEqualTo("Left out: Ada stopped the run.");
      assertThat(agents.calls()).containsExactly("predict");
    }

    @Test
    void aStepWhoseInputWasDeclinedIsNotAskedFor() throws Exception {
      List<String> asked = new ArrayList<>();

      Run run = ask(List.of(Answer.YES, Answer.SKIP, Answer.YES), asked);

      assertThat(asked)
          .extracting(s -> s.split(" ")[0])
          .containsExactly("predict", "analyze", "learn");
      assertThat(step(run, "analyze").summary()).isEqualTo("Left out by Ada.");
      assertThat(step(run, "fix").summary()).contains("'analyze'").contains("skipped");
      assertThat(run.state().status()).isEqualTo(RunStatus.PARTIALLY_SUCCEEDED);
    }

    @Test
    void aRunOfWhichEverythingWasDeclinedIsCancelled() throws Exception {
      Run run = ask(List.of(Answer.SKIP, Answer.SKIP, Answer.SKIP), new ArrayList<>());

      assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(agents.calls()).isEmpty();
      assertThat(outcomes(run).values()).containsOnly(StepOutcome.SKIPPED);
    }

    @Test
    void aRunWhoseAskerBreaksIsResumedAtTheQuestion() throws Exception {
      AtomicBoolean broken = new AtomicBoolean(true);
      Confirmation confirmation =
          question -> {
            if (question.step().name().equals("fix") && broken.getAndSet(false)) {
              throw new IllegalStateException("terminal gone");
            }
            return StepReply.yes();
          };
      RunHandle handle =
          coordinator.start("quick_fix", folder, RunRequest.interactive(confirmation));
      assertThatThrownBy(handle::await).hasMessage("terminal gone");
      assertThat(coordinator.status(handle.id()).state().status()).isEqualTo(RunStatus.WAITING);

      assertThat(coordinator.recover(folder)).as("waits for its person").isEmpty();
      assertThatThrownBy(() -> coordinator.resume(handle.id(), folder))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("asks a person");
      Run run = coordinator.resume(handle.id(), folder, confirmation).await();

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(run.state().takeovers()).isZero();
      assertThat(agents.calls()).containsExactly("analyze", "fix");
    }
  }

  @Nested
  class Stopping {

    private final CountDownLatch inStep = new CountDownLatch(1);
    private final AtomicBoolean first = new AtomicBoolean(true);

    /** Lets the first call of a step stand still until it is interrupted. */
    private void holdUp(String step) {
      agents.before(
          step,
          context -> {
            if (first.compareAndSet(true, false)) {
              folder.write("untidy.txt", "half done");
              Files.writeString(context.folder().resolve("untidy.txt"), UNTIDY);
              inStep.countDown();
              new CountDownLatch(1).await();
            }
          });
    }

    @Test
    void aCancelledStepIsInterruptedAndWhatItBeganIsUndone() throws Exception {
      holdUp("fix");
      RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.autonomous());
      inStep.await();
      assertThat(handle.await(Duration.ZERO)).isEmpty();
      assertThat(handle.isDone()).isFalse();
      assertThat(coordinator.active()).containsExactly(handle.id());

      handle.cancel();

      Run run = handle.await(Duration.ofMinutes(1)).orElseThrow();
      assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(step(run, "analyze").outcome()).contains(StepOutcome.SUCCEEDED);
      assertThat(step(run, "fix").outcome()).contains(StepOutcome.SKIPPED);
      assertThat(step(run, "fix").summary()).startsWith("Stopped on request.").endsWith("undone.");
      assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);
      assertThat(coordinator.cancel(handle.id())).as("it is over").isFalse();
    }

    @Test
    void aStepThatAnswersACancellationWithAnotherErrorIsStoppedAllTheSame() throws Exception {
      agents.before(
          "analyze",
          context -> {
            inStep.countDown();
            while (!context.cancellation().isRequested()) {
              Thread.onSpinWait();
            }
            throw new IllegalStateException("stream closed");
          });
      RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.autonomous());
      inStep.await();
      handle.cancel();

      assertThat(handle.await().state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(agents.calls()).containsExactly("analyze");
    }

    @Test
    void aStepThatEndsInSpiteOfACancellationCounts() throws Exception {
      agents.before("analyze", context -> coordinator.cancel(context.runId()));

      Run run = run("full_review");

      assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(step(run, "analyze").outcome()).contains(StepOutcome.SUCCEEDED);
      assertThat(agents.calls()).containsExactly("predict", "analyze");
    }

    @Test
    void anInterruptOfTheRunsThreadCancelsTheRun() throws Exception {
      agents.before("analyze", context -> Thread.currentThread().interrupt());
      agents.instead(
          "analyze",
          context -> {
            new CountDownLatch(1).await();
            return StepResult.nothingToDo("never");
          });

      assertThat(run("quick_fix").state().status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void aClosedCoordinatorGivesItsRunBackForTheNextOne() throws Exception {
      holdUp("fix");
      RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.autonomous());
      inStep.await();

      coordinator.close();

      assertThat(handle.await().state().status()).isEqualTo(RunStatus.QUEUED);
      folder.write("untidy.txt", UNTIDY);
      Run run = bench.coordinator(agents).recover(folder).get(0);
      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(run.state().takeovers()).isZero();
      assertThat(agents.calls()).containsExactly("analyze", "fix", "fix");
      assertThat(folder.read("untidy.txt")).isEqualTo("first\nsecond\n");
    }

    @Test
    void closingDoesNotWaitForeverForAStepThatDoesNotStop() throws Exception {
      CountDownLatch goOn = new CountDownLatch(1);
      agents.before(
          "analyze",
          context -> {
            inStep.countDown();
            boolean deaf = true;
            while (deaf) {
              try {
                goOn.await();
                deaf = false;
              } catch (InterruptedException e) {
                deaf = true;
              }
            }
          });
      Coordinator deaf =
          bench.closing(bench.builder("deaf", agents).leaseLength(Duration.ofMillis(20)).build());
      RunHandle handle = deaf.start("quick_fix", folder, RunRequest.autonomous());
      inStep.await();

      deaf.close();

      assertThat(handle.isDone()).isFalse();
      goOn.countDown();
      assertThat(handle.await().state().status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    void aRunThatNobodyWorksOnIsCancelledAtOnce() throws Exception {
      holdUp("analyze");
      RunHandle handle = coordinator.start("monitor", folder, RunRequest.autonomous());
      inStep.await();
      coordinator.close();
      Coordinator next = bench.coordinator(agents);

      assertThat(next.cancel(handle.id())).isTrue();

      Run run = next.status(handle.id());
      assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(names(run)).containsExactly("predict", "analyze", "notify");
      assertThat(next.cancel(NOBODY)).isFalse();
    }

    @Test
    void aRunThatWasCutOffWhileItChangedFilesIsCancelledByWhoCanUndoIt() throws Exception {
      holdUp("fix");
      RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.autonomous());
      inStep.await();
      coordinator.close();
      Coordinator next = bench.coordinator(agents);

      assertThat(next.cancel(handle.id())).isTrue();
      assertThat(next.status(handle.id()).state().status().isFinal()).isFalse();
      Run run = next.resume(handle.id(), folder).await();

      assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);
      assertThat(agents.calls()).containsExactly("analyze", "fix", "undo fix");
    }

    @Test
    void resumingARunThatIsAtWorkHereMeansThatWork() throws Exception {
      holdUp("fix");
      RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.autonomous());
      inStep.await();

      RunHandle same = coordinator.resume(handle.id(), folder);
      same.cancel();

      assertThat(same.await()).isEqualTo(handle.await());
    }
  }

  @Nested
  class Resuming {

    @Test
    void aRunThatIsOverStaysAsItIs() throws Exception {
      Run run = run("quick_fix");

      assertThat(coordinator.resume(run.id(), folder).await()).isEqualTo(run);
      assertThat(agents.calls()).hasSize(2);
    }

    @Test
    void anUnknownRunOrAnotherRepositoryIsAnError() throws Exception {
      Run run = run("quick_fix");

      assertThatThrownBy(() -> coordinator.resume(NOBODY, folder))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("there is no such run");
      assertThatThrownBy(() -> coordinator.resume(run.id(), bench.folder("other")))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(folder.location().toString());
    }

    @Test
    void aLeftRunWhoseStepIsGoneIsToldAndKeepsNobodyFromStarting() throws Exception {
      List<Agent> all = new ArrayList<>(agents.all());
      all.addAll(Coordinator.agentsFromServiceLoader());
      Template greeting =
          new Template(
              "greeting",
              1,
              "Greets.",
              Stream.concat(
                      Templates.builtIn().get("monitor").steps().stream(),
                      Stream.of(
                          new PlannedStep("greet", Criticality.CRITICAL, RetryPolicy.never())))
                  .toList(),
              Scope.everything());
      Coordinator rich =
          bench.closing(
              bench
                  .builder("rich", agents)
                  .agents(all)
                  .templates(Templates.builtIn().with(greeting))
                  .build());
      CountDownLatch inStep = new CountDownLatch(1);
      agents.before(
          "notify",
          context -> {
            if (agents.calls("notify") == 1) {
              inStep.countDown();
              new CountDownLatch(1).await();
            }
          });
      RunHandle left = rich.start("greeting", folder, RunRequest.autonomous());
      inStep.await();
      rich.close();

      Run run = run("monitor");

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(bench.events(RunLeft.class)).extracting(RunLeft::id).containsExactly(left.id());
      assertThat(bench.events(RunLeft.class).get(0).reason()).contains("'greet'");
      assertThat(coordinator.status(left.id()).state().status().isFinal()).isFalse();
      assertThatThrownBy(() -> coordinator.resume(left.id(), folder))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("no agent offers it");
      assertThat(agents.calls("notify")).as("of the left run, and of the new one").isEqualTo(2);
    }
  }

  @Nested
  class Undo {

    @Test
    void restoresTheFilesAndIsRemembered() throws Exception {
      Run run = run("quick_fix");
      assertThat(folder.read("untidy.txt")).isNotEqualTo(UNTIDY);

      assertThat(coordinator.undo(run.id(), folder)).containsExactly("fix");
      assertThat(coordinator.undo(run.id(), folder)).containsExactly("fix");

      assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);
      assertThat(bench.stores().memory().observations(folder.id(), "run-undone", 9))
          .extracting(Observation::subject)
          .containsExactly("quick_fix");
      assertThat(coordinator.status(run.id())).as("what was stays").isEqualTo(run);
    }

    @Test
    void goesBackwards() throws Exception {
      Run run = run("full_review");

      assertThat(coordinator.undo(run.id(), folder)).containsExactly("integrate", "fix");
      assertThat(folder.has(run.id() + ".branch")).isFalse();
    }

    @Test
    void aRunThatIsNotOverIsToBeCancelledFirst() throws Exception {
      agents.before(
          "fix",
          context ->
              assertThatThrownBy(() -> coordinator.undo(context.runId(), folder))
                  .isInstanceOf(InvalidRequestException.class)
                  .hasMessageContaining("it is running"));

      assertThat(run("quick_fix").state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void waitsForNobodyWhileAnotherRunChangesTheRepository() throws Exception {
      Run run = run("quick_fix");
      folder.withUntidyFile("untidy.txt");
      agents.before(
          "fix",
          context ->
              assertThatThrownBy(() -> coordinator.undo(run.id(), folder))
                  .isInstanceOf(InvalidRequestException.class)
                  .hasMessageContaining(context.runId().value()));

      assertThat(run("quick_fix").state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(agents.calls()).doesNotContain("undo fix");
    }
  }

  @Nested
  class Building {

    @Test
    void takesAgentsFromTheServiceLoader() throws Exception {
      List<Agent> found = Coordinator.agentsFromServiceLoader();
      assertThat(found).extracting(Agent::name).containsExactly("greeter");
      Template greeting =
          Template.of(
              "greeting",
              "Greets.",
              List.of("greet"),
              List.of(found.get(0).steps().get(0).description()));
      Coordinator greeter =
          bench.closing(
              bench
                  .builder("greeter", agents)
                  .agents(found)
                  .templates(Templates.builtIn().with(greeting))
                  .build());

      Run run = greeter.run("greeting", folder, RunRequest.autonomous());

      assertThat(step(run, "greet").summary()).isEqualTo("Hello, project.");
      assertThatThrownBy(() -> greeter.start("monitor", folder, RunRequest.autonomous()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("there is no step 'predict'");
    }

    @Test
    void twoStepsOfOneNameAreAnError() {
      List<Agent> twice = Stream.concat(agents.all().stream(), agents.all().stream()).toList();

      assertThatThrownBy(() -> bench.builder("twice", agents).agents(twice).build())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("'forecaster'")
          .hasMessageContaining("step 'predict' too");
    }

    @Test
    void aTemplateThatDoesNotFitTheStepsIsAnErrorAtOnce() {
      Template alien =
          Template.of(
              "alien", "Own.", List.of("fly"), List.of(StepDescription.of("fly", "Flies.")));

      assertThatThrownBy(
              () ->
                  bench.builder("alien", agents).templates(Templates.builtIn().with(alien)).build())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("'fly'");
    }

    @Test
    void whatIsRequiredIsNamed() {
      assertThatThrownBy(() -> Coordinator.builder().build())
          .isInstanceOf(NullPointerException.class)
          .hasMessage("random");
    }

    @Test
    void theProcessHasANameOfItsOwn() throws Exception {
      List<String> owners = new ArrayList<>();
      agents.before(
          "analyze",
          context ->
              owners.add(bench.stores().journal().holder(context.runId()).orElseThrow().owner()));
      for (int i = 0; i < 2; i++) {
        try (Coordinator own =
            Coordinator.builder()
                .agents(agents.all())
                .stores(bench.stores())
                .clock(bench.clock())
                .random(new SplittableRandom(i))
                .folder(home.resolve("runs"))
                .executor(Runnable::run)
                .build()) {
          own.run("monitor", folder, RunRequest.autonomous());
        }
      }

      assertThat(owners).hasSize(2).doesNotHaveDuplicates();
      assertThat(owners)
          .allMatch(o -> o.startsWith("process " + ProcessHandle.current().pid() + "-"));
    }

    @Test
    void aRunThatTheExecutorRefusesIsNotHalfThere() {
      Coordinator full =
          bench.closing(
              bench
                  .builder("full", agents)
                  .executor(
                      task -> {
                        throw new RejectedExecutionException("full");
                      })
                  .build());

      assertThatThrownBy(() -> full.start("monitor", folder, RunRequest.autonomous()))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(full.active()).isEmpty();
      assertThat(full.history(9)).isEmpty();
    }
  }

  @Nested
  class Folders {

    @Test
    void aDataFolderThatCannotBeWrittenFailsTheStepAndSaysSo() throws Exception {
      Files.writeString(bench.home().resolve("runs"), "a file is in the way");

      Run run = run("monitor");

      assertThat(step(run, "notify").outcome()).contains(StepOutcome.RECOVERED);
      assertThat(step(run, "notify").error().orElseThrow()).startsWith("Cannot make folder");
    }

    @Test
    void aFolderThatCannotBeDeletedKeepsItsRun() throws Exception {
      Run run = run("monitor");
      bench.clock().advance(Duration.ofDays(2));
      Path runs = bench.home().resolve("runs");
      Path locked = runs.resolve(run.id().value());
      Assumptions.assumeFalse(
          "root".equals(System.getProperty("user.name")), "root deletes everything");
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
      try {
        assertThatThrownBy(() -> coordinator.forgetRunsBefore(Duration.ofDays(1)))
            .isInstanceOf(WorkFailedException.class);
        assertThat(coordinator.history(9)).containsExactly(run);
      } finally {
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
