package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.outcomes;
import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.condition.Measure;
import io.kirolinter.core.run.OpenQuestion;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.core.run.RunDocument;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.SkipEffect;
import io.kirolinter.workflow.question.SkipEffect.Kind;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.ScriptedPerson;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is asked before each step, what is kept of the answers, and how a run waits. */
class InteractiveRunTest {

  @TempDir Path temp;
  private final TidyAgents agents = new TidyAgents();
  private final ScriptedPerson ada = new ScriptedPerson();
  private Bench bench;
  private Folder folder;
  private Coordinator coordinator;

  @BeforeEach
  void open() {
    bench = new Bench(temp);
    folder = bench.folder("project");
    coordinator = bench.coordinator(agents);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private Run run(String template) throws InterruptedException {
    return coordinator.run(template, folder, RunRequest.interactive(ada));
  }

  private static List<String> answers(Run run) {
    return run.state().dialogue().answers().stream()
        .map(answer -> answer.step() + " " + answer.answer())
        .toList();
  }

  @Nested
  class Questions {

    @Test
    void tellPlaceAndFiguresAsTheEarlierStepsLeftThem() throws Exception {
      agents.previewing(
          "fix",
          context ->
              StepPreview.of(
                  "%d untidy files"
                      .formatted(context.required(ArtifactType.REVIEW).problems().size())));

      run("full_review");

      StepQuestion question = ada.asked("fix");
      assertThat(question.number()).isEqualTo(3);
      assertThat(question.total()).isEqualTo(5);
      assertThat(question.preview().figures()).isEqualTo("1 untidy files");
      assertThat(question.offersFixes()).isFalse();
      assertThat(question.run().state().dialogue().open().orElseThrow().text())
          .isEqualTo("run step 'fix': 1 untidy files.");
    }

    @Test
    void areAskedAlsoIfAStepCannotTellWhatItWillDo() throws Exception {
      agents.previewing(
          "fix",
          context -> {
            throw new IllegalStateException("no idea");
          });

      Run run = run("quick_fix");

      assertThat(ada.asked("fix").preview().figures())
          .isEqualTo("what it will do cannot be told in advance (IllegalStateException: no idea)");
      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void tellWhatASkipMeansForEveryLaterStep() throws Exception {
      run("full_review");

      assertThat(ada.asked("predict").ifSkipped())
          .containsExactly(
              new SkipEffect(
                  "analyze",
                  Kind.RUNS_WITHOUT,
                  "it takes the risk ranking into account, which 'predict' hands on"));
      assertThat(ada.asked("analyze").ifSkipped())
          .extracting(SkipEffect::toString)
          .containsExactly(
              "'fix' cannot run then: it needs the review, which 'analyze' hands on.",
              "'integrate' cannot run then: it needs the fix set, which 'fix' hands on.",
              "'learn' runs, but knows less: it takes the review into account, which 'analyze'"
                  + " hands on.");
      assertThat(ada.asked("learn").ifSkipped()).isEmpty();
    }

    @Test
    void tellOfConditionsThatCountWhatASkippedStepHandsOn() throws Exception {
      ada.to("fix", StepReply.skip("too risky today"));
      Template own =
          Template.of("careful", "Own.", List.of("analyze", "fix", "learn"), agents.descriptions())
              .withWhen("learn", Condition.atLeast(1, Measure.FIXES_MADE));
      Coordinator careful =
          bench.closing(
              bench
                  .builder("careful", agents)
                  .moreTemplates(repository -> Templates.builtIn().with(own))
                  .build());

      Run run = careful.run("careful", folder, RunRequest.interactive(ada));

      assertThat(ada.asked("fix").ifSkipped())
          .extracting(SkipEffect::toString)
          .containsExactly(
              "'learn' cannot run then: its condition counts in the fix set, which 'fix' hands"
                  + " on.");
      assertThat(step(run, "learn").outcome()).contains(StepOutcome.SKIPPED);
      assertThat(step(run, "learn").summary()).contains("'fix'", "skipped");
    }

    @Test
    void areInTheJournalBeforeTheyAreAsked() throws Exception {
      Confirmation looking =
          question -> {
            Run kept = coordinator.status(question.run().id());
            assertThat(kept.state().status()).isEqualTo(RunStatus.WAITING);
            assertThat(kept.state().dialogue().open().map(OpenQuestion::step))
                .contains(question.step().name());
            return StepReply.yes();
          };

      Run run = coordinator.run("quick_fix", folder, RunRequest.interactive(looking));

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(run.state().dialogue().open()).isEmpty();
    }
  }

  @Nested
  class Answers {

    @Test
    void areKeptWithWhoAndWhenAndWhyAndSurviveExport() throws Exception {
      ada.to("fix", StepReply.skip(" not on a Friday "));
      bench.clock().advance(Duration.ofHours(2));

      Run run = run("full_review");

      assertThat(answers(run))
          .containsExactly("predict yes", "analyze yes", "fix skip", "learn yes");
      RunAnswer skip = run.state().dialogue().answers().get(2);
      assertThat(skip.person()).isEqualTo("Ada");
      assertThat(skip.why()).contains("not on a Friday");
      assertThat(skip.at()).isEqualTo(bench.clock().instant());
      assertThat(step(run, "fix").summary()).isEqualTo("Left out by Ada: not on a Friday.");
      assertThat(coordinator.status(run.id())).isEqualTo(run);
      String exported = RunDocument.of(bench.stores().journal(), run.id()).orElseThrow().json();
      assertThat(RunDocument.read("run.json", exported).run().state().dialogue())
          .isEqualTo(run.state().dialogue());
    }

    @Test
    void theReasonOfAStopIsKeptToo() throws Exception {
      ada.to("fix", StepReply.of(Answer.STOP).because("wrong branch"));

      Run run = run("full_review");

      assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(step(run, "learn").summary())
          .isEqualTo("Left out: Ada stopped the run: wrong branch.");
      assertThat(answers(run)).endsWith("fix stop");
    }

    @Test
    void yesToAllHoldsAfterTheProcessThatHeardItIsGone() throws Exception {
      ada.to("predict", Answer.YES_TO_ALL);
      CountDownLatch inStep = new CountDownLatch(1);
      agents.before(
          "analyze",
          context -> {
            if (agents.calls("analyze") == 1) {
              inStep.countDown();
              new CountDownLatch(1).await();
            }
          });
      RunHandle handle = coordinator.start("full_review", folder, RunRequest.interactive(ada));
      inStep.await();
      coordinator.close();

      Run run = bench.coordinator(agents).resume(handle.id(), folder, ada).await();

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(ada.askedSteps()).containsExactly("predict");
    }

    @Test
    void oneByOneWhereNothingCanBeChosenIsAYes() throws Exception {
      ada.to("analyze", Answer.ONE_BY_ONE);

      Run run = run("quick_fix");

      assertThat(step(run, "analyze").outcome()).contains(StepOutcome.SUCCEEDED);
      assertThat(ada.askedFixes()).isEmpty();
    }
  }

  @Nested
  class Waiting {

    @Test
    void aQuestionLeftForLaterIsAskedAgainByAnotherProcess() throws Exception {
      Instant asked = bench.clock().instant();
      ada.to("fix", Answer.LATER);
      Run waiting = run("full_review");

      assertThat(waiting.state().status()).isEqualTo(RunStatus.WAITING);
      assertThat(waiting.state().dialogue().open())
          .contains(
              new OpenQuestion(
                  "fix", "run step 'fix': Removes blanks at the end of lines.", asked));
      assertThat(bench.stores().journal().holder(waiting.id())).isEmpty();
      assertThat(coordinator.recover(folder)).as("waits for its person").isEmpty();
      bench.clock().advance(Duration.ofDays(3));

      ScriptedPerson bob = new ScriptedPerson();
      Run run = bench.coordinator(agents).resume(waiting.id(), folder, bob).await();

      assertThat(bob.askedSteps()).containsExactly("fix", "integrate", "learn");
      assertThat(bob.asked("fix").run().state().dialogue().open().orElseThrow().askedAt())
          .isEqualTo(asked);
      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(answers(run)).doesNotContain("fix later").hasSize(5);
      assertThat(run.state().takeovers()).isZero();
    }

    @Test
    void anEndOfTheCoordinatorLeavesTheQuestionOpen() throws Exception {
      CountDownLatch thinking = new CountDownLatch(1);
      Confirmation slow =
          question -> {
            thinking.countDown();
            new CountDownLatch(1).await();
            return StepReply.yes();
          };
      RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.interactive(slow));
      thinking.await();

      coordinator.close();

      Run run = bench.stores().journal().find(handle.id()).orElseThrow();
      assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);
      assertThat(run.state().dialogue().open().map(OpenQuestion::step)).contains("analyze");
      assertThat(bench.stores().journal().holder(run.id())).isEmpty();
    }

    @Test
    void aRunThatWaitsCanBeCancelled() throws Exception {
      ada.to("fix", Answer.LATER);
      Run waiting = run("full_review");

      assertThat(coordinator.cancel(waiting.id())).isTrue();

      Run over = coordinator.status(waiting.id());
      assertThat(over.state().status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(over.state().dialogue().open()).isEmpty();
      assertThat(outcomes(over)).containsEntry("analyze", StepOutcome.SUCCEEDED);
    }

    @Test
    void anotherRunOfTheRepositoryNeedNotWaitForAnAnswer() throws Exception {
      ada.to("fix", Answer.LATER);
      Run waiting = run("quick_fix");

      Run other = coordinator.run("quick_fix", folder, RunRequest.autonomous());

      assertThat(other.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(coordinator.status(waiting.id())).isEqualTo(waiting);
    }
  }

  @Test
  void whoAnswersOneByOneHasToTakeQuestionsAboutFixes() {
    Confirmation half = question -> StepReply.of(Answer.ONE_BY_ONE);

    assertThatThrownBy(() -> half.askFix(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("askFix");
    assertThat(half.person()).isEqualTo("the user");
    assertThat(StepReply.skip("  ").why()).isEqualTo(Optional.empty());
  }
}
