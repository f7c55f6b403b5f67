package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.RunEvent.RunTakenOver;
import io.kirolinter.workflow.coordinator.RunEvent.WaitingForRun;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import io.kirolinter.workflow.testkit.WatchedStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one store: who works on what, who waits, and who is kept out. */
class LeaseTest {

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private final TidyAgents agents = new TidyAgents();
  private final CountDownLatch inStep = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicBoolean first = new AtomicBoolean(true);

  @BeforeEach
  void open() {
    bench = new Bench(home);
    folder = bench.folder("project");
  }

  @AfterEach
  void close() throws Exception {
    goOn.countDown();
    bench.close();
  }

  /** Lets the first call of a step stand still until the test lets it go on. */
  private void holdUp(String step) {
    agents.before(
        step,
        context -> {
          if (first.compareAndSet(true, false)) {
            inStep.countDown();
            goOn.await();
          }
        });
  }

  /** A process whose waiting takes real time, a little only, and moves no clock. */
  private Coordinator patient() {
    return bench.closing(
        bench
            .builder("patient", agents)
            .pause(time -> Pause.real().await(Duration.ofMillis(5)))
            .build());
  }

  /** A process that stands still as a whole: its leases are not renewed either. */
  private Coordinator frozen() {
    Stores stores =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> method.equals("renew") ? arguments[0] : call.proceed());
    return bench.closing(bench.builder("frozen", agents).stores(stores).build());
  }

  @Test
  void aProcessThatLostItsRunWritesNothingMore() throws Exception {
    holdUp("fix");
    RunHandle stale = frozen().start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();
    bench.clock().advance(Duration.ofSeconds(7));

    List<Run> ended = bench.coordinator(agents).recover(folder);
    goOn.countDown();

    assertThatThrownBy(stale::await).isInstanceOf(LeaseLostException.class);
    assertThat(ended).hasSize(1);
    Run run = ended.get(0);
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.state().takeovers()).isEqualTo(1);
    assertThat(step(run, "fix").attempts()).isEqualTo(2);
    assertThat(agents.calls()).containsExactly("analyze", "fix", "fix");
    assertThat(agents.keys().get(1)).isEqualTo(agents.keys().get(2));
    assertThat(bench.stores().journal().find(run.id())).contains(run);
    assertThat(bench.events(RunTakenOver.class)).hasSize(1);
    assertThat(folder.log()).containsExactly("open files", "close");
  }

  @Test
  void aLostLeaseInterruptsTheStepThatRuns() throws Exception {
    holdUp("analyze");
    AtomicBoolean taken = new AtomicBoolean();
    Stores stores =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) ->
                method.equals("renew") && !taken.get() ? arguments[0] : call.proceed());
    Coordinator stale =
        bench.closing(
            bench
                .builder("stale", agents)
                .stores(stores)
                .leaseLength(Duration.ofMillis(30))
                .build());
    RunHandle handle = stale.start("monitor", folder, RunRequest.autonomous());
    inStep.await();
    bench.clock().advance(Duration.ofSeconds(7));

    Run run = bench.coordinator(agents).recover(folder).get(0);
    taken.set(true);

    assertThatThrownBy(handle::await).isInstanceOf(LeaseLostException.class);
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(stale.active()).isEmpty();
  }

  @Test
  void aLeaseIsRenewedWhileAStepRuns() throws Exception {
    holdUp("analyze");
    AtomicInteger renewals = new AtomicInteger();
    Stores stores =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> {
              if (method.equals("renew") && renewals.incrementAndGet() == 1) {
                throw new StoreException(
                    ErrorMessage.cannot("reach", "store", "x").found("it is gone for a moment"));
              }
              return call.proceed();
            });
    Coordinator coordinator =
        bench.closing(
            bench
                .builder("renewing", agents)
                .stores(stores)
                .leaseLength(Duration.ofMillis(60))
                .build());
    RunHandle handle = coordinator.start("monitor", folder, RunRequest.autonomous());
    inStep.await();
    bench.clock().advance(Duration.ofMillis(50));
    await().until(() -> renewals.get() >= 4);
    bench.clock().advance(Duration.ofMillis(50));

    assertThat(bench.coordinator(agents).recover(folder)).as("still held").isEmpty();
    goOn.countDown();
    assertThat(handle.await().state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void theNextRunEndsTheOneThatLostItsProcess() throws Exception {
    holdUp("fix");
    RunHandle stale = frozen().start("full_review", folder, RunRequest.autonomous());
    inStep.await();
    bench.clock().advance(Duration.ofSeconds(7));

    Coordinator next = bench.coordinator(agents);
    Run run = next.run("full_review", folder, RunRequest.autonomous());

    assertThat(run.id()).isNotEqualTo(stale.id());
    assertThat(next.status(stale.id()).state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(next.status(stale.id()).state().endedAt().orElseThrow())
        .isBeforeOrEqualTo(run.plan().createdAt());
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aRunWaitsForTheOneThatChangesTheSameRepository() throws Exception {
    holdUp("fix");
    RunHandle one = bench.coordinator(agents).start("full_review", folder, RunRequest.autonomous());
    inStep.await();
    Coordinator other = patient();
    RunHandle two = other.start("quick_fix", folder, RunRequest.autonomous());
    await().until(() -> !bench.events(WaitingForRun.class).isEmpty());

    assertThat(other.status(two.id()).state().status()).isEqualTo(RunStatus.QUEUED);
    assertThat(bench.events(WaitingForRun.class).get(0).holder()).isEqualTo(one.id());
    assertThat(other.run("monitor", folder, RunRequest.autonomous()).state().status())
        .as("a run that only reads")
        .isEqualTo(RunStatus.SUCCEEDED);
    goOn.countDown();

    assertThat(one.await().state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(two.await().state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(two.await().state().takeovers()).isZero();
    assertThat(step(two.await(), "analyze").startedAt())
        .isAfterOrEqualTo(one.await().state().endedAt().orElseThrow());
  }

  @Test
  void aRunThatWaitedTooLongSaysForWhomAndStaysQueued() throws Exception {
    holdUp("fix");
    RunHandle one = bench.coordinator(agents).start("full_review", folder, RunRequest.autonomous());
    inStep.await();
    Coordinator other =
        bench.closing(bench.builder("other", agents).patience(Duration.ofSeconds(2)).build());
    RunHandle two = other.start("quick_fix", folder, RunRequest.autonomous());

    assertThatThrownBy(two::await)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(two.id().value())
        .hasMessageContaining(one.id().value());
    assertThat(other.status(two.id()).state().status()).isEqualTo(RunStatus.QUEUED);
    goOn.countDown();
    one.await();

    assertThat(other.recover(folder)).extracting(Run::id).containsExactly(two.id());
    assertThat(other.status(two.id()).state().takeovers()).isZero();
  }

  @Test
  void aQueuedRunCanBeCancelledWhileItWaits() throws Exception {
    holdUp("fix");
    RunHandle one = bench.coordinator(agents).start("full_review", folder, RunRequest.autonomous());
    inStep.await();
    Coordinator other = patient();
    RunHandle two = other.start("quick_fix", folder, RunRequest.autonomous());
    await().until(() -> !bench.events(WaitingForRun.class).isEmpty());

    two.cancel();

    assertThat(two.await().state().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(one.isDone()).as("nobody had to wait for the other one").isFalse();
    assertThat(step(two.await(), "fix").summary())
        .isEqualTo("Left out: the run was stopped on request.");
    assertThat(agents.calls("analyze")).isEqualTo(1);
  }

  @Test
  void aQueuedRunIsCancelledByAnotherProcessWhileItWaits() throws Exception {
    holdUp("fix");
    RunHandle one = bench.coordinator(agents).start("full_review", folder, RunRequest.autonomous());
    inStep.await();
    RunHandle two = patient().start("quick_fix", folder, RunRequest.autonomous());
    await().until(() -> !bench.events(WaitingForRun.class).isEmpty());
    Coordinator third = bench.coordinator(agents);

    assertThat(third.cancel(two.id())).isTrue();

    assertThat(third.status(two.id()).state().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(two.await().state().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(one.isDone()).isFalse();
  }

  @Test
  void aStoreThatCannotEndAWaitingRunLeavesItToTheNextOne() throws Exception {
    holdUp("fix");
    RunHandle one = bench.coordinator(agents).start("full_review", folder, RunRequest.autonomous());
    inStep.await();
    Stores plain =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> method.equals("endUnbegun") ? false : call.proceed());
    Coordinator other =
        bench.closing(
            bench
                .builder("other", agents)
                .stores(plain)
                .pause(time -> Pause.real().await(Duration.ofMillis(5)))
                .build());
    RunHandle two = other.start("quick_fix", folder, RunRequest.autonomous());
    await().until(() -> !bench.events(WaitingForRun.class).isEmpty());

    two.cancel();
    assertThat(two.await().state().status()).isEqualTo(RunStatus.QUEUED);
    goOn.countDown();
    one.await();
    other.recover(folder);

    assertThat(other.status(two.id()).state().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(agents.calls("analyze")).isEqualTo(1);
  }

  @Test
  void aRunThatAnotherProcessAsksToStopStopsInItsStep() throws Exception {
    holdUp("analyze");
    Coordinator working =
        bench.closing(bench.builder("working", agents).leaseLength(Duration.ofMillis(30)).build());
    RunHandle handle = working.start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();

    assertThat(bench.coordinator(agents).cancel(handle.id())).isTrue();

    Run run = handle.await();
    assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(step(run, "analyze").outcome()).contains(StepOutcome.SKIPPED);
    assertThat(step(run, "analyze").summary()).isEqualTo("Stopped on request.");
    assertThat(step(run, "fix").attempts()).isZero();
  }

  @Test
  void aRunHearsThatItIsToStopLongBeforeItsLeaseIsRenewed() throws Exception {
    holdUp("analyze");
    Coordinator working =
        bench.closing(bench.builder("working", agents).leaseLength(Duration.ofMinutes(3)).build());
    RunHandle handle = working.start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();

    assertThat(bench.coordinator(agents).cancel(handle.id())).isTrue();

    assertThat(handle.await(Duration.ofSeconds(30)))
        .hasValueSatisfying(run -> assertThat(run.state().status()).isEqualTo(RunStatus.CANCELLED));
  }

  @Test
  void lookingForACancellationSurvivesAStoreThatIsGoneForAMoment() throws Exception {
    holdUp("analyze");
    AtomicInteger looks = new AtomicInteger();
    Stores stores =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> {
              if (method.equals("isCancelRequested") && looks.incrementAndGet() == 1) {
                throw new StoreException(
                    ErrorMessage.cannot("reach", "store", "x").found("it is gone for a moment"));
              }
              return call.proceed();
            });
    Coordinator working =
        bench.closing(
            bench
                .builder("working", agents)
                .stores(stores)
                .leaseLength(Duration.ofMillis(30))
                .build());
    RunHandle handle = working.start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();
    await().until(() -> looks.get() > 1);

    bench.coordinator(agents).cancel(handle.id());

    assertThat(handle.await().state().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void aRunOfThisProcessIsKnownToBeHeldWithoutAskingTheStore() throws Exception {
    holdUp("analyze");
    AtomicInteger questions = new AtomicInteger();
    Stores stores =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> {
              if (method.equals("holder")) {
                questions.incrementAndGet();
              }
              return call.proceed();
            });
    Coordinator working = bench.closing(bench.builder("working", agents).stores(stores).build());
    RunHandle handle = working.start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();

    assertThat(working.recover(folder)).isEmpty();

    assertThat(questions).hasValue(0);
    assertThat(handle.isDone()).isFalse();
    working.cancel(handle.id());
    handle.await();
  }

  @Test
  void resumingARunThatAnotherProcessEndsMeanwhileGivesItsEnd() throws Exception {
    holdUp("fix");
    RunHandle handle =
        bench.coordinator(agents).start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();
    RunHandle resumed = patient().resume(handle.id(), folder);
    await().until(() -> !bench.events(WaitingForRun.class).isEmpty());
    goOn.countDown();

    assertThat(resumed.await()).isEqualTo(handle.await());
    assertThat(agents.calls("fix")).isEqualTo(1);
  }

  @Test
  void twoProcessesBringFiftyRunsOfFiveRepositoriesToTheirEndEachStepOnce() throws Exception {
    Map<Path, AtomicInteger> inside = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    agents.instead(
        "fix",
        context -> {
          AtomicInteger here =
              inside.computeIfAbsent(context.repository().location(), p -> new AtomicInteger());
          if (here.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
          }
          context.memory().increment(context.repository().id(), "fixes", 1);
          here.decrementAndGet();
          return StepResult.nothingToDo("Counted.");
        });
    try (Stores stores = EmbeddedStores.open(home.resolve("shared"), InstantSource.system());
        Coordinator one = brisk("one", 1, stores);
        Coordinator two = brisk("two", 2, stores)) {
      List<RunHandle> handles = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Folder target = bench.folder("project" + i % 5);
        Coordinator either = i % 2 == 0 ? one : two;
        handles.add(either.start("quick_fix", target, RunRequest.autonomous()));
      }
      for (RunHandle handle : handles) {
        Run run = handle.await();
        assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.state().takeovers()).isZero();
        assertThat(run.state().steps()).extracting(StepRecord::attempts).containsOnly(1);
      }
      assertThat(overlaps).hasValue(0);
      assertThat(agents.keys()).hasSize(100).doesNotHaveDuplicates();
      assertThat(handles).extracting(RunHandle::id).extracting(RunId::value).hasSize(50);
    }
  }

  /** A coordinator in real time that does not wait long between two looks. */
  private Coordinator brisk(String owner, long seed, Stores stores) {
    return bench
        .builder(owner, agents)
        .stores(stores)
        .clock(InstantSource.system())
        .random(new SplittableRandom(seed))
        .pause(time -> Pause.real().await(Duration.ofMillis(5)))
        .build();
  }
}
