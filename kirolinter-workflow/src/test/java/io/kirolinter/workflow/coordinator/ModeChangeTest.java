package io.kirolinter.workflow.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.ModeSwitch;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.StepReply;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.ScriptedPerson;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on in another mode than they started in. */
class ModeChangeTest {

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

  private Run waitingAt(String step) throws InterruptedException {
    ada.to(step, Answer.LATER);
    return coordinator.run("full_review", folder, RunRequest.interactive(ada));
  }

  private Run switched(Run run, RunMode mode) {
    return coordinator.switchMode(run.id(), folder, mode, "Bob");
  }

  @Test
  void aWaitingRunGoesOnByItselfAndKeepsWhoWantedThat() throws Exception {
    Run waiting = waitingAt("fix");
    bench.clock().advance(Duration.ofHours(1));

    Run changed = switched(waiting, RunMode.AUTONOMOUS);

    assertThat(changed.mode()).isEqualTo(RunMode.AUTONOMOUS);
    assertThat(changed.plan()).as("what was pinned stays").isEqualTo(waiting.plan());
    assertThat(changed.state().dialogue().open()).isEmpty();
    assertThat(changed.state().dialogue().switches())
        .containsExactly(
            new ModeSwitch(
                RunMode.INTERACTIVE, RunMode.AUTONOMOUS, bench.clock().instant(), "Bob", 2));
    assertThat(coordinator.status(waiting.id())).isEqualTo(changed);
    Run run = coordinator.resume(waiting.id(), folder).await();
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(ada.askedSteps()).containsExactly("predict", "analyze", "fix");
    assertThat(run.state().dialogue().answers()).hasSize(2);
  }

  @Test
  void aRunThatWasSwitchedAndThenLostIsFoundByOthers() throws Exception {
    Run changed = switched(waitingAt("fix"), RunMode.AUTONOMOUS);
    bench.clock().advance(Duration.ofHours(1));

    assertThat(coordinator.recover(folder)).extracting(Run::id).containsExactly(changed.id());
    assertThat(coordinator.status(changed.id()).state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aWaitingRunGoesOnWithAWorker() throws Exception {
    Run changed = switched(waitingAt("fix"), RunMode.BACKGROUND);

    assertThat(changed.state().status()).isEqualTo(RunStatus.QUEUED);
    assertThat(bench.stores().queue().contains(changed.id())).isTrue();
    Taken taken = coordinator.take(changed.id(), folder);
    assertThat(taken).isInstanceOf(Taken.Working.class);
    Run run = ((Taken.Working) taken).handle().await();
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aQueuedRunGoesOnWithAPerson() throws Exception {
    Run queued = coordinator.enqueue("full_review", folder, RunRequest.autonomous());

    Run changed = switched(queued, RunMode.INTERACTIVE);

    assertThat(changed.state().status()).isEqualTo(RunStatus.WAITING);
    assertThat(coordinator.left(Set.of(RunStatus.WAITING))).as("waits for its person").isEmpty();
    Run run = coordinator.resume(queued.id(), folder, ada).await();
    assertThat(ada.askedSteps()).containsExactly("predict", "analyze", "fix", "integrate", "learn");
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void yesToAllHoldsNoMoreOnceThePersonWantsToBeAskedAgain() throws Exception {
    Run waiting = waitingAt("predict");
    switched(waiting, RunMode.AUTONOMOUS);
    switched(waiting, RunMode.INTERACTIVE);
    ada.to("predict", Answer.YES_TO_ALL);

    coordinator.resume(waiting.id(), folder, ada).await();

    assertThat(ada.askedSteps()).containsExactly("predict", "predict");
  }

  @Test
  void theSameModeChangesNothing() throws Exception {
    Run waiting = waitingAt("fix");

    assertThat(switched(waiting, RunMode.INTERACTIVE)).isEqualTo(waiting);
    assertThat(coordinator.status(waiting.id())).isEqualTo(waiting);
  }

  @Test
  void aRunOfWhichEverythingWasDeclinedIsStillCancelledAfterASwitchToAPerson() throws Exception {
    Run queued = coordinator.enqueue("quick_fix", folder, RunRequest.autonomous());
    switched(queued, RunMode.INTERACTIVE);
    ada.to("analyze", StepReply.skip(""));

    Run run = coordinator.resume(queued.id(), folder, ada).await();

    assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void aRunThatIsOverIsNotSwitched() throws Exception {
    Run over = coordinator.run("monitor", folder, RunRequest.autonomous());

    assertThatThrownBy(() -> switched(over, RunMode.BACKGROUND))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot switch the mode of run '%s': it is over; expected a run that waits or is"
                    .formatted(over.id())
                + " queued. Start a new one.");
  }

  @Test
  void aRunThatSomebodyIsAskedAboutIsNotSwitched() throws Exception {
    CountDownLatch thinking = new CountDownLatch(1);
    Confirmation slow =
        question -> {
          thinking.countDown();
          new CountDownLatch(1).await();
          return StepReply.yes();
        };
    RunHandle handle = coordinator.start("quick_fix", folder, RunRequest.interactive(slow));
    thinking.await();
    Coordinator other = bench.closing(bench.builder("other", agents).build());

    assertThatThrownBy(() -> other.switchMode(handle.id(), folder, RunMode.AUTONOMOUS, "Bob"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("process 1 works on it");
    handle.cancel();
    handle.await();
  }

  @Test
  void aRunThatChangesTheCheckoutDoesNotGoToTheBackground() throws Exception {
    ada.to("fix", Answer.LATER);
    Run waiting =
        coordinator.run(
            "quick_fix",
            folder,
            RunRequest.interactive(ada).withOptions(RunOptions.applyingTo(ApplyTarget.TREE)));

    assertThatThrownBy(() -> switched(waiting, RunMode.BACKGROUND))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("change the checkout in the background");
    assertThat(coordinator.status(waiting.id())).isEqualTo(waiting);
  }
}
