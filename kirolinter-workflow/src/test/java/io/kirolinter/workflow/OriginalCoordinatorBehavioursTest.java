package io.kirolinter.workflow;

import static io.kirolinter.workflow.testkit.Bench.names;
import static io.kirolinter.workflow.testkit.Bench.outcomes;
import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Notices;
import io.kirolinter.core.artifact.Notices.Notice;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunEvent.StepEnded;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.StepReply;
import io.kirolinter.workflow.schedule.BackgroundJobs;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tests of the original's coordinator say, each as a promise about real steps. The
 * comments number them as the original does; 14 to 18 are about analytics.
 */
@DisplayName("The behaviours of the original's coordinator")
class OriginalCoordinatorBehavioursTest {

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private TidyAgents agents;
  private Coordinator coordinator;

  @BeforeEach
  void open() {
    bench = new Bench(home);
    folder = bench.folder("project");
    agents = new TidyAgents();
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
  class Autonomous {

    // 1
    @Test
    void fullReviewRunsItsFiveStepsOnceInOrderAndKeepsWhatTheyProduced() throws Exception {
      Run run = run("full_review");

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(names(run)).containsExactly("predict", "analyze", "fix", "integrate", "learn");
      assertThat(outcomes(run).values()).containsOnly(StepOutcome.SUCCEEDED);
      assertThat(agents.calls()).containsExactlyElementsOf(names(run));
      assertThat(folder.has(run.id() + ".branch")).isTrue();
      assertThat(folder.read("untidy.txt")).as("the checkout").isEqualTo("first\nsecond  \n");
      assertThat(coordinator.status(run.id())).isEqualTo(run);
      assertThat(coordinator.artifact(run.id(), ArtifactType.REVIEW).orElseThrow().files())
          .isEqualTo(2);
      assertThat(bench.stores().memory().observations(folder.id(), "tidy", 9)).hasSize(1);
    }

    // 2
    @Test
    void quickFixRunsAnalyzeAndFixOnlyAndTidiesTheCheckout() throws Exception {
      Run run = run("quick_fix");

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(agents.calls()).containsExactly("analyze", "fix");
      assertThat(folder.read("untidy.txt")).isEqualTo("first\nsecond\n");
    }

    // 3
    @Test
    void monitorPredictsAnalysesAndNotifiesWithoutFixing() throws Exception {
      Run run = run("monitor");

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(agents.calls()).containsExactly("predict", "analyze", "notify");
      Notices told = coordinator.artifact(run.id(), ArtifactType.NOTICES).orElseThrow();
      assertThat(told.sent()).extracting(Notice::text).containsExactly("untidy.txt");
      assertThat(folder.read("untidy.txt")).isEqualTo("first\nsecond  \n");
    }

    // 4
    @Test
    void anAnalysisThatFailsIsRecordedAsFailedAndTheRunIsKept() throws Exception {
      agents.failing("analyze", 99);

      Run run = run("quick_fix");

      assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
      StepRecord failed = step(run, "analyze");
      assertThat(failed.outcome()).contains(StepOutcome.FAILED);
      assertThat(failed.attempts()).isEqualTo(3);
      assertThat(failed.error().orElseThrow()).contains("no analyze today");
      assertThat(step(run, "fix").outcome()).contains(StepOutcome.SKIPPED);
      assertThat(step(run, "fix").summary()).contains("'analyze' failed");
      assertThat(agents.calls("fix")).isZero();
      assertThat(coordinator.history(10)).containsExactly(run);
    }

    // 5
    @Test
    void aPredictionThatFailsIsRecoveredAndTheRunSucceedsWithoutIt() throws Exception {
      agents.failing("predict", 99);

      Run run = run("full_review");

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(step(run, "predict").outcome()).contains(StepOutcome.RECOVERED);
      assertThat(step(run, "predict").summary())
          .startsWith("Went on without it")
          .contains("no predict today");
      assertThat(step(run, "integrate").outcome()).contains(StepOutcome.SUCCEEDED);
    }

    // 6
    @Test
    void anUnknownTemplateIsAnErrorWithASuggestionAndChangesNothing() {
      assertThatThrownBy(() -> coordinator.start("full_revue", folder, RunRequest.autonomous()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("'full_revue'")
          .hasMessageContaining("Did you mean 'full_review'?");

      assertThat(agents.calls()).isEmpty();
      assertThat(coordinator.history(10)).isEmpty();
    }
  }

  @Nested
  class InteractiveAndBackground {

    // 7
    @Test
    void everyConfirmedStepIsAskedForOnceAndRun() throws Exception {
      List<String> asked = new ArrayList<>();
      Confirmation yes =
          question -> {
            asked.add(question.step().name());
            return StepReply.yes();
          };

      Run run = coordinator.run("full_review", folder, RunRequest.interactive(yes));

      assertThat(asked).containsExactly("predict", "analyze", "fix", "integrate", "learn");
      assertThat(agents.calls()).containsExactlyElementsOf(asked);
      assertThat(run.plan().mode()).isEqualTo(RunMode.INTERACTIVE);
      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(coordinator.status(run.id())).isEqualTo(run);
    }

    // 8
    @Test
    void declinedStepsAreSkippedByNameAndTheRunSucceedsPartially() throws Exception {
      Confirmation partly =
          question ->
              List.of("fix", "integrate").contains(question.step().name())
                  ? StepReply.skip("")
                  : StepReply.yes();

      Run run = coordinator.run("full_review", folder, RunRequest.interactive(partly));

      assertThat(run.state().status()).isEqualTo(RunStatus.PARTIALLY_SUCCEEDED);
      assertThat(agents.calls()).containsExactly("predict", "analyze", "learn");
      assertThat(step(run, "fix").outcome()).contains(StepOutcome.SKIPPED);
      assertThat(step(run, "fix").summary()).isEqualTo("Left out by the user.");
      assertThat(step(run, "integrate").outcome()).contains(StepOutcome.SKIPPED);
    }

    // 9
    @Test
    void aScheduledJobIsKeptOnceAndFiresAtItsInterval() throws Exception {
      try (BackgroundJobs jobs = jobs()) {
        jobs.add(folder, "full_review", Schedule.every(Duration.ofHours(12)));
        jobs.add(folder, "full_review", Schedule.every(Duration.ofHours(12)));

        assertThat(bench.stores().jobs().list()).hasSize(1);
        assertThat(ended(jobs.tick())).hasSize(1);
        assertThat(jobs.tick()).isEmpty();
        bench.clock().advance(Duration.ofHours(12));
        assertThat(ended(jobs.tick())).hasSize(1);
      }
      assertThat(coordinator.history(10)).hasSize(2);
    }

    // 10
    @Test
    void aBackgroundRunKeepsItsRunItsArtifactsAndItsJob() throws Exception {
      try (BackgroundJobs jobs = jobs()) {
        Job job = jobs.add(folder, "quick_fix", Schedule.every(Duration.ofHours(1)));
        Run run = ended(jobs.tick()).get(0);

        assertThat(run.plan().mode()).isEqualTo(RunMode.BACKGROUND);
        assertThat(coordinator.status(run.id())).isEqualTo(run);
        assertThat(bench.stores().journal().artifacts(run.id())).hasSize(2);
        Job kept = bench.stores().jobs().list().get(0);
        assertThat(kept.id()).isEqualTo(job.id());
        assertThat(kept.state().nextDue())
            .contains(bench.clock().instant().plus(Duration.ofHours(1)));
        assertThat(kept.state().past().get(0).run()).contains(run.id());
        assertThat(folder.read("untidy.txt")).as("the checkout").isEqualTo("first\nsecond  \n");
      }
    }

    // 11
    @Test
    void stoppedJobsFireNoMoreInThisProcessAndStayScheduled() throws Exception {
      BackgroundJobs jobs = jobs();
      jobs.start();
      jobs.close();
      jobs.add(folder, "monitor", Schedule.every(Duration.ofHours(1)));

      assertThatThrownBy(jobs::start).isInstanceOf(RuntimeException.class);
      assertThat(coordinator.history(10)).isEmpty();
      assertThat(jobs.list()).hasSize(1);
    }

    // 12
    @Test
    void aTemplateOfTheUsersOwnIsKeptAsGivenAndRuns() throws Exception {
      Template mine =
          Template.of(
              "my_look", "Looks and tells.", List.of("analyze", "notify"), agents.descriptions());
      Coordinator own =
          bench.closing(
              bench.builder("own", agents).templates(Templates.builtIn().with(mine)).build());

      assertThat(own.templates().get("my_look")).isEqualTo(mine);
      Run run = own.run("my_look", folder, RunRequest.autonomous());
      assertThat(names(run)).containsExactly("analyze", "notify");
      assertThat(own.status(run.id()).plan().steps()).isEqualTo(mine.steps());
    }

    // 13
    @Test
    void aTemplateWithAnUnknownStepIsAnErrorThatNamesIt() {
      assertThatThrownBy(
              () ->
                  Template.of(
                      "mine", "Fails.", List.of("analyse", "notify"), agents.descriptions()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("there is no step 'analyse'")
          .hasMessageContaining("Did you mean 'analyze'?");
    }

    private BackgroundJobs jobs() {
      return BackgroundJobs.builder()
          .coordinator(coordinator)
          .stores(bench.stores())
          .places(job -> folder)
          .clock(bench.clock())
          .owner("process 1")
          .build();
    }

    private List<Run> ended(List<RunHandle> handles) throws InterruptedException {
      List<Run> runs = new ArrayList<>();
      for (RunHandle handle : handles) {
        runs.add(handle.await());
      }
      await().until(() -> bench.stores().jobs().list().stream().noneMatch(this::isGoing));
      return runs;
    }

    private boolean isGoing(Job job) {
      return job.state().pending().isPresent();
    }
  }

  @Nested
  class Utility {

    // 19
    @Test
    void aNewCoordinatorIsIdleAndARunTellsItsProgress() throws Exception {
      assertThat(coordinator.active()).isEmpty();
      assertThat(coordinator.history(10)).isEmpty();

      run("quick_fix");

      assertThat(bench.events(StepEnded.class))
          .extracting(event -> event.step().name())
          .containsExactly("analyze", "fix");
      assertThat(coordinator.active()).isEmpty();
    }

    // 20
    @Test
    void theTemplatesHoldTheBuiltInOnes() {
      assertThat(coordinator.templates().names())
          .containsExactly(
              "full_review",
              "quick_fix",
              "monitor",
              "security_focus",
              "performance_audit",
              "maintenance");
    }

    // 21
    @Test
    void fullReviewHasAllFiveSteps() {
      assertThat(coordinator.templates().get("full_review").stepNames())
          .containsExactly("predict", "analyze", "fix", "integrate", "learn");
    }

    // 22
    @Test
    void historyGivesTheNewestRunsUpToTheLimit() throws Exception {
      Run first = run("quick_fix");
      bench.clock().advance(Duration.ofMinutes(1));
      Run second = run("monitor");
      bench.clock().advance(Duration.ofMinutes(1));
      Run third = run("quick_fix");

      assertThat(coordinator.history(2)).containsExactly(third, second);
      assertThat(coordinator.history(9)).containsExactly(third, second, first);
      assertThat(coordinator.history(folder.id(), 1)).containsExactly(third);
      assertThat(coordinator.history(bench.folder("other").id(), 9)).isEmpty();
    }

    // 23
    @Test
    void cleaningUpReallyDeletesOldRunsAndTheirFoldersAndKeepsTheNewer() throws Exception {
      Run old = run("monitor");
      bench.clock().advance(Duration.ofDays(31));
      Run young = run("monitor");
      Path folders = bench.home().resolve("runs");
      assertThat(folders.resolve(old.id().value()).resolve("notice")).exists();

      int forgotten = coordinator.forgetRunsBefore(Duration.ofDays(30));

      assertThat(forgotten).isEqualTo(1);
      assertThat(coordinator.history(10)).containsExactly(young);
      assertThat(bench.stores().journal().artifacts(old.id())).isEmpty();
      assertThat(folders.resolve(old.id().value())).doesNotExist();
      assertThat(folders.resolve(young.id().value()).resolve("notice")).exists();
    }

    // 24
    @Test
    void aClosedCoordinatorStartsNothingAndClosingAgainDoesNoHarm() {
      coordinator.close();
      coordinator.close();

      assertThatThrownBy(() -> run("monitor")).isInstanceOf(IllegalStateException.class);
      assertThat(bench.stores().journal().list(RunQuery.living())).isEmpty();
    }
  }
}
