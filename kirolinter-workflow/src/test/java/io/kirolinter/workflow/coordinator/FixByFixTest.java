package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.question.FixAnswer.ACCEPT;
import static io.kirolinter.workflow.question.FixAnswer.ACCEPT_RULE;
import static io.kirolinter.workflow.question.FixAnswer.LEAVE_REST;
import static io.kirolinter.workflow.question.FixAnswer.REFUSE_RULE;
import static io.kirolinter.workflow.question.FixAnswer.SKIP;
import static io.kirolinter.workflow.question.FixAnswer.UNDO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.run.OpenQuestion;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.step.ProposedFix;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.FixAnswer;
import io.kirolinter.workflow.question.FixQuestion;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.ScriptedPerson;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step whose fixes a person goes through one by one. */
class FixByFixTest {

  private static final Finding X1 = finding("rule-x", 1);
  private static final Finding Y2 = finding("rule-y", 2);
  private static final Finding X3 = finding("rule-x", 3);
  private static final Finding Z4 = finding("rule-z", 4);
  private static final List<Finding> ALL = List.of(X1, Y2, X3, Z4);

  @TempDir Path temp;
  private final TidyAgents agents = new TidyAgents();
  private final ScriptedPerson ada = new ScriptedPerson().to("fix", Answer.ONE_BY_ONE);
  private final AtomicReference<FixChoices> chosen = new AtomicReference<>();
  private Bench bench;
  private Folder folder;
  private Coordinator coordinator;

  @BeforeEach
  void open() {
    bench = new Bench(temp);
    folder = bench.folder("project");
    agents
        .previewing("fix", context -> StepPreview.of("4 fixes").withFixes(proposed()))
        .instead(
            "fix",
            context -> {
              chosen.set(context.choices(ALL));
              return StepResult.nothingToDo("only chosen");
            });
    coordinator = bench.coordinator(agents);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private static List<ProposedFix> proposed() {
    return ALL.stream()
        .map(one -> new ProposedFix(one, () -> Optional.of("diff of " + one.rule())))
        .toList();
  }

  private Run run() throws InterruptedException {
    return coordinator.run("quick_fix", folder, RunRequest.interactive(ada));
  }

  private static List<String> answers(Run run) {
    return run.state().dialogue().answers().stream()
        .map(a -> a.answer() + a.fix().map(fix -> " " + fix.rule() + ":" + fix.line()).orElse(""))
        .toList();
  }

  @Test
  void theStepMakesWhatWasAcceptedAndEveryAnswerIsKept() throws Exception {
    ada.toFixes(ACCEPT, SKIP, SKIP, ACCEPT);

    Run run = run();

    assertThat(chosen.get().accepted()).containsExactly(X1, Z4);
    assertThat(answers(run))
        .containsExactly(
            "yes",
            "one-by-one",
            "accept rule-x:1",
            "skip rule-y:2",
            "skip rule-x:3",
            "accept rule-z:4");
    FixQuestion third = ada.askedFixes().get(2);
    assertThat(third.place()).isEqualTo(3);
    assertThat(third.total()).isEqualTo(4);
    assertThat(third.canUndo()).isTrue();
    assertThat(third.fix().diff().get()).contains("diff of rule-x");
    assertThat(ada.askedFixes().get(0).canUndo()).isFalse();
  }

  @Test
  void anAnswerAboutARuleSettlesTheRestOfIt() throws Exception {
    ada.toFixes(ACCEPT_RULE, REFUSE_RULE, ACCEPT);

    run();

    assertThat(ada.askedFixes()).extracting(FixQuestion::place).containsExactly(1, 2, 4);
    assertThat(chosen.get().accepted()).containsExactly(X1, X3, Z4);
    assertThat(chosen.get().refused()).containsExactly(RuleId.of("rule-y"));
  }

  @Test
  void theLastAnswerCanBeTakenBackAndThatIsKeptToo() throws Exception {
    ada.toFixes(REFUSE_RULE, UNDO, ACCEPT, LEAVE_REST);

    Run run = run();

    assertThat(ada.askedFixes()).extracting(FixQuestion::place).containsExactly(1, 2, 1, 2);
    assertThat(chosen.get().accepted()).containsExactly(X1);
    assertThat(chosen.get().refused()).isEmpty();
    assertThat(answers(run))
        .endsWith(
            "refuse-rule rule-x:1", "undo rule-y:2", "accept rule-x:1", "leave-rest rule-y:2");
  }

  @Test
  void allIsMadeIfNobodyWasAskedOneByOne() throws Exception {
    ada.to("fix", StepReply.yes());

    run();

    assertThat(chosen.get().accepted()).isEqualTo(ALL);
  }

  @Test
  void aKilledRunAsksOnlyWhatWasNotAnswered() throws Exception {
    Confirmation dies =
        new Confirmation() {
          @Override
          public StepReply ask(StepQuestion question) {
            return ada.ask(question);
          }

          @Override
          public FixAnswer askFix(FixQuestion question) {
            if (question.place() == 3) {
              throw new IllegalStateException("killed");
            }
            return ada.askFix(question);
          }
        };
    ada.toFixes(ACCEPT, REFUSE_RULE);
    RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.interactive(dies));
    assertThatThrownBy(handle::await).hasMessage("killed");
    Run waiting = coordinator.status(handle.id());
    assertThat(waiting.state().dialogue().open().map(OpenQuestion::text))
        .contains("make fix 3 of 4: rule-x in src/A.java:3.");

    ScriptedPerson bob = new ScriptedPerson().toFixes(SKIP, ACCEPT);
    Run run = bench.coordinator(agents).resume(handle.id(), folder, bob).await();

    assertThat(bob.asked()).isEmpty();
    assertThat(bob.askedFixes()).extracting(FixQuestion::place).containsExactly(3, 4);
    assertThat(chosen.get().accepted()).containsExactly(X1, Z4);
    assertThat(chosen.get().refused()).containsExactly(RuleId.of("rule-y"));
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aRunThatGoesOnByItselfKeepsWhatWasAnsweredAndAcceptsTheRest() throws Exception {
    ada.toFixes(ACCEPT, REFUSE_RULE, SKIP);
    Run waiting = run();
    assertThat(waiting.state().status()).isEqualTo(RunStatus.WAITING);

    coordinator.switchMode(waiting.id(), folder, RunMode.AUTONOMOUS, "Ada");
    Run run = coordinator.resume(waiting.id(), folder).await();

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(chosen.get().accepted()).containsExactly(X1, Z4);
    assertThat(chosen.get().refused()).containsExactly(RuleId.of("rule-y"));
  }

  @Test
  void aRunThatIsAskedAgainAfterASwitchForgetsHowFarTheQuestionsWere() throws Exception {
    ada.toFixes(SKIP);
    Run waiting = run();
    coordinator.switchMode(waiting.id(), folder, RunMode.AUTONOMOUS, "Ada");
    coordinator.switchMode(waiting.id(), folder, RunMode.INTERACTIVE, "Bob");

    ScriptedPerson bob = new ScriptedPerson();
    coordinator.resume(waiting.id(), folder, bob).await();

    assertThat(bob.askedSteps()).containsExactly("fix");
    assertThat(chosen.get().accepted()).isEqualTo(ALL);
  }

  private static Finding finding(String rule, int line) {
    RuleId id = RuleId.of(rule);
    SourcePath path = SourcePath.of("src/A.java");
    return new Finding(
        id,
        Category.CORRECTNESS,
        Severity.LOW,
        path,
        new SourceRange(line, 1, line, 2),
        "message",
        Fingerprint.of(id, path, "", "line " + line, 0),
        Optional.empty());
  }
}
