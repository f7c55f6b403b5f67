package io.kirolinter.workflow.worker;

import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunEvent;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.coordinator.Taken;
import io.kirolinter.workflow.question.StepReply;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import io.kirolinter.workflow.testkit.WatchedStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers on one store: what they take, in which order, and what becomes of it. */
@Timeout(60)
class WorkerTest {

  private static final Duration LONG = Duration.ofDays(1);

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private Coordinator submitter;
  private final TidyAgents agents = new TidyAgents();
  private final List<WorkerEvent> events = new CopyOnWriteArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final CountDownLatch inStep = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @BeforeEach
  void open() {
    bench = new Bench(home);
    folder = bench.folder("project");
    submitter = bench.closing(bench.builder("submitter", agents).build());
  }

  @AfterEach
  void close() throws Exception {
    goOn.countDown();
    workers.forEach(Worker::close);
    bench.close();
  }

  private static Repository place(RunPlan plan) {
    Path location = Path.of(plan.location());
    if (!Files.isDirectory(location)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("open", "repository", plan.location())
              .found("there is no such folder"));
    }
    return Folder.of(location);
  }

  private static Repository nowhere(RunPlan plan) {
    throw new InvalidRequestException(
        ErrorMessage.cannot("open", "repository", "/far/away").found("it is not here"));
  }

  private Worker worker() {
    return worker(bench.stores(), agents, WorkerTest::place);
  }

  private Worker worker(Stores stores, TidyAgents own, Function<RunPlan, Repository> places) {
    return worker(2, stores, own, places);
  }

  private Worker worker(
      int threads, Stores stores, TidyAgents own, Function<RunPlan, Repository> places) {
    Coordinator coordinator =
        bench.closing(bench.builder("owner " + workers.size(), own).stores(stores).build());
    Worker worker =
        Worker.builder()
            .coordinator(coordinator)
            .stores(stores)
            .places(places)
            .clock(bench.clock())
            .name("worker " + workers.size())
            .concurrency(threads)
            .look(Duration.ofMillis(5))
            .idle(Duration.ofSeconds(6))
            .listener(events::add)
            .build();
    workers.add(worker);
    return worker;
  }

  private Run enqueue(String template, Repository repository) {
    return submitter.enqueue(template, repository, RunRequest.autonomous());
  }

  private Run now(Run run) {
    return bench.stores().journal().find(run.id()).orElseThrow();
  }

  private <T extends WorkerEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Lets the first call of a step stand still until the test lets it go on. */
  private void holdUp(String step) {
    agents.before(
        step,
        context -> {
          if (agents.calls(step) == 1) {
            inStep.countDown();
            goOn.await();
          }
        });
  }

  @Test
  void aQueuedRunWaitsForAWorkerWhichBringsItToItsEnd() throws Exception {
    Run queued = enqueue("full_review", folder);

    assertThat(now(queued)).isEqualTo(queued);
    assertThat(queued.state()).isEqualTo(RunState.queued());
    assertThat(bench.stores().journal().holder(queued.id())).isEmpty();
    assertThat(agents.calls()).isEmpty();

    worker().workOff();

    assertThat(now(queued).state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(folder.has(queued.id() + ".branch")).isTrue();
    assertThat(bench.stores().queue().contains(queued.id())).isFalse();
    assertThat(events)
        .containsExactly(new WorkerEvent.RunTaken(queued), new WorkerEvent.RunDone(now(queued)));
  }

  @Test
  void aRunThatAsksAPersonIsNotQueued() {
    Coordinator coordinator = bench.coordinator(agents);
    RunRequest request = RunRequest.interactive(question -> StepReply.yes());

    assertThatThrownBy(() -> coordinator.enqueue("monitor", folder, request))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot queue workflow 'monitor': it asks a person before each step; expected a run"
                + " that a worker can end by itself. Start it where you can answer, or in another"
                + " mode.");
    assertThat(coordinator.history(9)).isEmpty();
    assertThat(bench.stores().queue().take("test", LONG)).isEmpty();
  }

  @Test
  void aQueuedRunThatWasGivenToAPersonIsLeftToThem() throws Exception {
    Run queued = enqueue("full_review", folder);
    bench.coordinator(agents).switchMode(queued.id(), folder, RunMode.INTERACTIVE, "Ada");

    worker().workOff();

    assertThat(now(queued).state().status()).isEqualTo(RunStatus.WAITING);
    assertThat(agents.calls()).isEmpty();
    assertThat(bench.stores().queue().contains(queued.id())).isFalse();
  }

  @Test
  void twoHundredRunsOfTwentyRepositoriesAreDoneOnceEachAndOneAtATimeInARepository()
      throws Exception {
    List<Folder> folders = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      folders.add(bench.folder("project-" + i));
    }
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      runs.add(enqueue("quick_fix", folders.get(i % 20)));
    }
    Map<RepositoryId, RunId> working = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    agents.before("analyze", c -> enter(working.put(c.repository().id(), c.runId()), overlaps));
    agents.before("fix", c -> leave(working.remove(c.repository().id()), c.runId(), overlaps));
    Worker one = worker();
    Worker two = worker();
    one.start();
    two.workOff();
    await().until(() -> runs.stream().allMatch(run -> now(run).state().status().isFinal()));

    assertThat(overlaps).hasValue(0);
    assertThat(runs).allMatch(run -> now(run).state().status() == RunStatus.SUCCEEDED);
    assertThat(runs).allMatch(run -> !bench.stores().queue().contains(run.id()));
    assertThat(agents.calls("fix")).isEqualTo(200);
    assertThat(agents.keys()).doesNotHaveDuplicates().hasSize(400);
    assertThat(bench.events(RunEvent.RunTakenOver.class)).isEmpty();
  }

  private static void enter(RunId other, AtomicInteger overlaps) {
    if (other != null) {
      overlaps.incrementAndGet();
    }
  }

  private static void leave(RunId known, RunId own, AtomicInteger overlaps) {
    if (!own.equals(known)) {
      overlaps.incrementAndGet();
    }
  }

  @Test
  void aRepositoryWithManyRunsDoesNotKeepAnotherWaiting() throws Exception {
    for (int i = 0; i < 20; i++) {
      enqueue("monitor", folder);
    }
    Folder late = bench.folder("late");
    Run wanted = enqueue("monitor", late);

    worker().workOff();

    List<RunId> order =
        events(WorkerEvent.RunDone.class).stream().map(done -> done.run().id()).toList();
    assertThat(order).hasSize(21);
    assertThat(order.indexOf(wanted.id())).isLessThanOrEqualTo(2);
  }

  @Test
  void aRepositoryThatSomebodyElseChangesWaitsAndTheOthersGoOn() throws Exception {
    holdUp("fix");
    RunHandle going = bench.coordinator(agents).start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();
    Run blocked = enqueue("quick_fix", folder);
    Run free = enqueue("quick_fix", bench.folder("free"));

    worker().start();
    await().until(() -> now(free).state().status() == RunStatus.SUCCEEDED);

    List<WorkerEvent.RunGivenBack> back = events(WorkerEvent.RunGivenBack.class);
    assertThat(back).as("once, as the clock stands still").hasSize(1);
    assertThat(back.get(0).run()).isEqualTo(blocked.id());
    assertThat(back.get(0).why()).startsWith("Run " + going.id() + " of process 2 is in the way");
    assertThat(now(blocked).state()).isEqualTo(RunState.queued());
    goOn.countDown();
    going.await();
    bench.clock().advance(Duration.ofSeconds(1));
    await().until(() -> now(blocked).state().status() == RunStatus.SUCCEEDED);
    assertThat(agents.calls("fix")).isEqualTo(3);
  }

  @Test
  void whatALostWorkerHadInHandIsEndedByAnotherAfterTheLastStepThatEnded() throws Exception {
    Run queued = enqueue("quick_fix", folder);
    Delivery lost = bench.stores().queue().take("lost", LONG).orElseThrow();
    assertThat(lost.run()).isEqualTo(queued.id());
    holdUp("fix");
    Stores frozen =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> method.equals("renew") ? arguments[0] : call.proceed());
    bench.closing(bench.builder("lost", agents).stores(frozen).build()).take(queued.id(), folder);
    inStep.await();
    Worker next = worker();
    next.start();
    assertThat(now(queued).state().status()).isEqualTo(RunStatus.RUNNING);

    bench.clock().advance(Duration.ofSeconds(7));
    await().until(() -> now(queued).state().status() == RunStatus.SUCCEEDED);

    assertThat(now(queued).state().takeovers()).isEqualTo(1);
    assertThat(agents.calls()).containsExactly("analyze", "fix", "fix");
    assertThat(agents.keys().get(1)).isEqualTo(agents.keys().get(2));
    await().until(() -> !bench.stores().queue().contains(queued.id()));
    assertThat(bench.stores().queue().acknowledge(lost)).isFalse();
  }

  @Test
  void aWorkerThatLostItsRunToAnotherProcessLetsItGo() throws Exception {
    Run queued = enqueue("quick_fix", folder);
    holdUp("fix");
    Stores frozen =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> method.equals("renew") ? arguments[0] : call.proceed());
    // A second thread would find the run ended, and be done with it before the first gives it back.
    worker(1, frozen, agents, WorkerTest::place).start();
    inStep.await();
    bench.clock().advance(Duration.ofSeconds(7));
    List<Run> ended = bench.coordinator(agents).recover(folder);
    assertThat(ended).hasSize(1);
    goOn.countDown();

    await().until(() -> !bench.stores().queue().contains(queued.id()));

    assertThat(now(queued)).isEqualTo(ended.get(0));
    assertThat(events(WorkerEvent.RunGivenBack.class))
        .hasSize(1)
        .allMatch(back -> back.why().contains("'" + queued.id() + "'"));
    assertThat(events(WorkerEvent.RunDone.class))
        .containsExactly(new WorkerEvent.RunDone(now(queued)));
  }

  @Test
  void aRunWhoseProcessDiedOutsideOfAnyWorkerIsQueuedAndEnded() throws Exception {
    Stores dying =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> {
              if (method.equals("checkpoint") || method.equals("release")) {
                throw new StoreException(ErrorMessage.cannot("reach", "store", "x").found("gone"));
              }
              return call.proceed();
            });
    Coordinator dead = bench.closing(bench.builder("dead", agents).stores(dying).build());
    assertThatThrownBy(() -> dead.run("monitor", folder, RunRequest.autonomous()))
        .isInstanceOf(StoreException.class);
    Run left = dead.history(1).get(0);
    bench.clock().advance(Duration.ofSeconds(7));
    Path elsewhere = bench.folder("elsewhere").location();

    worker(bench.stores(), agents, WorkerTest::nowhere).workOff();
    worker(bench.stores(), agents, plan -> Folder.of(elsewhere)).workOff();
    assertThat(now(left)).as("the repository is another one there").isEqualTo(left);
    worker().workOff();

    assertThat(now(left).state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(events(WorkerEvent.LeftRunQueued.class))
        .containsExactly(new WorkerEvent.LeftRunQueued(left));
  }

  @Test
  void aRunThatWaitedInAProcessThatDiedIsQueuedWhenItHasWaitedLongEnough() throws Exception {
    Run run = enqueue("monitor", folder);
    bench.stores().queue().acknowledge(bench.stores().queue().take("x", LONG).orElseThrow());

    worker().workOff();
    assertThat(now(run).state()).as("its process may be alive").isEqualTo(RunState.queued());
    bench.clock().advance(Duration.ofMinutes(11));
    worker().workOff();

    assertThat(now(run).state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aQueuedRunIsLeftToTheWorkersHoweverLongItWaits() throws Exception {
    Run queued = enqueue("monitor", folder);
    bench.clock().advance(Duration.ofDays(1));

    Run own = bench.coordinator(agents).run("monitor", folder, RunRequest.autonomous());

    assertThat(own.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(now(queued).state()).isEqualTo(RunState.queued());
    worker().workOff();
    assertThat(now(queued).state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aRunWhoseRepositoryIsNotHereIsLeftToAWorkerThatHasIt() throws Exception {
    Run queued = enqueue("monitor", folder);
    worker(bench.stores(), agents, WorkerTest::nowhere).workOff();
    List<WorkerEvent.RunGivenBack> back = events(WorkerEvent.RunGivenBack.class);
    assertThat(back).hasSize(1);
    assertThat(back.get(0).why()).isEqualTo("Cannot open repository '/far/away': it is not here.");
    assertThat(back.get(0).notBefore()).isAfter(bench.clock().instant());
    bench.clock().set(back.get(0).notBefore());
    worker().workOff();

    assertThat(now(queued).state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aRunThatNoWorkerCanWorkOnFailsWithTheReasonAndTheNextOneGetsItsTurn() throws Exception {
    Run hopeless = enqueue("quick_fix", Folder.of(home.resolve("gone")));
    Instant start = bench.clock().instant();
    for (int i = 0; i < Assignment.MOST_REFUSALS; i++) {
      assertThat(now(hopeless).state()).isEqualTo(RunState.queued());
      worker().workOff();
      bench.clock().advance(Duration.ofSeconds(30));
    }

    Run failed = now(hopeless);
    assertThat(failed.state().status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.state().steps()).hasSize(2);
    assertThat(step(failed, "analyze").outcome()).contains(StepOutcome.SKIPPED);
    assertThat(step(failed, "analyze").summary())
        .isEqualTo(
            "Left out, because no worker could work on it: Cannot open repository '%s': there is"
                    .formatted(home.resolve("gone"))
                + " no such folder.");
    assertThat(bench.stores().queue().contains(hopeless.id())).isFalse();
    assertThat(events(WorkerEvent.RunDropped.class)).hasSize(1);
    assertThat(events(WorkerEvent.RunDropped.class).get(0).why())
        .startsWith("It has failed, as no worker could work on it. Cannot open repository");
    List<Duration> pauses =
        events(WorkerEvent.RunGivenBack.class).stream()
            .map(back -> Duration.between(start, back.notBefore()))
            .toList();
    assertThat(pauses).hasSize(11).startsWith(Duration.ofMillis(200)).isSorted();
  }

  @Test
  void aRunThatWasCutOffWhileItChangedFilesIsNotFailedWhereNobodyCanTakeThatBack()
      throws Exception {
    holdUp("fix");
    Stores frozen =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> method.equals("renew") ? arguments[0] : call.proceed());
    Coordinator dead = bench.closing(bench.builder("dead", agents).stores(frozen).build());
    RunHandle cut = dead.start("quick_fix", folder, RunRequest.autonomous());
    inStep.await();
    bench.clock().advance(Duration.ofSeconds(7));

    assertThat(bench.coordinator(agents).giveUp(cut.id(), "nobody can")).isFalse();

    Run left = bench.stores().journal().find(cut.id()).orElseThrow();
    assertThat(left.state().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(bench.stores().journal().holder(cut.id())).isEmpty();
  }

  @Test
  void anEntryWithoutARunIsDropped() throws Exception {
    RunId never = RunId.of("20261122-181530-abcdef");
    bench.stores().queue().offer(never, folder.id());
    for (int i = 0; i < Assignment.MOST_REFUSALS; i++) {
      assertThat(bench.stores().queue().contains(never)).isTrue();
      worker().workOff();
      bench.clock().advance(Duration.ofSeconds(30));
    }

    assertThat(bench.stores().queue().contains(never)).isFalse();
    assertThat(events(WorkerEvent.RunDropped.class))
        .containsExactly(
            new WorkerEvent.RunDropped(
                never, "It stays as it is, as no worker could work on it. there is no such run"));
  }

  @Test
  void aQueuedRunThatIsCancelledIsNotRun() throws Exception {
    Run queued = enqueue("monitor", folder);
    assertThat(bench.coordinator(agents).cancel(queued.id())).isTrue();

    worker().workOff();

    assertThat(now(queued).state().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(agents.calls()).isEmpty();
    assertThat(bench.stores().queue().contains(queued.id())).isFalse();
  }

  @Test
  void aRunThatWaitsForAFarTimeMakesRoomAndIsQueuedAgainLater() throws Exception {
    Instant far = bench.clock().instant().plus(Duration.ofHours(1));
    agents.instead(
        "analyze",
        context ->
            context.clock().instant().isBefore(far)
                ? StepResult.later(far, "Not yet.")
                : StepResult.done(new Review(List.of(), List.of(), 0, 0, List.of()), "Now."));
    Run waiting = enqueue("monitor", folder);

    Worker worker = worker();
    worker.start();
    await().until(() -> events(WorkerEvent.RunDropped.class).size() == 1);
    assertThat(now(waiting).state().status()).isEqualTo(RunStatus.WAITING);
    assertThat(bench.stores().queue().contains(waiting.id())).isFalse();
    bench.clock().set(far.plusSeconds(1));
    worker().workOff();

    await().until(() -> now(waiting).state().status() == RunStatus.SUCCEEDED);
  }

  @Test
  void aWorkerThatIsDrainedEndsTheStepInWorkAndOthersGoOnAtOnce() throws Exception {
    holdUp("analyze");
    Run queued = enqueue("quick_fix", folder);
    Run behind = enqueue("quick_fix", folder);
    Worker worker = worker();
    worker.start();
    inStep.await();
    Thread draining = new Thread(() -> worker.drain(Duration.ofSeconds(30)));
    draining.start();
    await().until(() -> draining.getState() == Thread.State.TIMED_WAITING);
    goOn.countDown();
    draining.join();

    Run back = now(queued);
    assertThat(back.state().status()).isEqualTo(RunStatus.QUEUED);
    assertThat(step(back, "analyze").outcome()).contains(StepOutcome.SUCCEEDED);
    assertThat(back.state().step("fix")).isEmpty();
    assertThat(bench.stores().journal().holder(queued.id())).isEmpty();
    assertThat(agents.calls()).containsExactly("analyze");
    worker().workOff();
    assertThat(now(queued).state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(now(queued).state().takeovers()).isZero();
    assertThat(step(now(queued), "analyze").attempts()).isEqualTo(1);
    assertThat(now(behind).state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aStepThatDoesNotEndInTimeIsInterruptedAndRunsAgainElsewhere() throws Exception {
    holdUp("analyze");
    Run queued = enqueue("monitor", folder);
    Worker worker = worker();
    worker.start();
    inStep.await();

    worker.drain(Duration.ofMillis(50));

    assertThat(now(queued).state().status()).isEqualTo(RunStatus.QUEUED);
    assertThat(bench.stores().queue().contains(queued.id())).isTrue();
    worker().workOff();
    assertThat(now(queued).state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(now(queued), "analyze").attempts()).isEqualTo(2);
  }

  @Test
  void aSecondDrainWithoutPatienceHurriesTheFirst() throws Exception {
    holdUp("analyze");
    Run queued = enqueue("monitor", folder);
    Worker worker = worker();
    worker.start();
    inStep.await();
    Thread patient = new Thread(() -> worker.drain(Duration.ofMinutes(5)));
    patient.start();
    await().until(() -> patient.getState() == Thread.State.TIMED_WAITING);

    worker.drain(Duration.ZERO);
    patient.join();

    assertThat(now(queued).state().status()).isEqualTo(RunStatus.QUEUED);
    assertThat(bench.stores().journal().holder(queued.id())).isEmpty();
  }

  @Test
  void troubleWithTheStoreEndsOneThatWorksOffAndNotOneThatGoesOn() throws Exception {
    Run queued = enqueue("monitor", folder);
    AtomicInteger failures = new AtomicInteger(1);
    Stores shaky =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> {
              if (method.equals("find") && failures.getAndDecrement() > 0) {
                throw new StoreException(ErrorMessage.cannot("reach", "store", "x").found("gone"));
              }
              return call.proceed();
            });
    Worker once = worker(shaky, agents, WorkerTest::place);
    assertThatThrownBy(once::workOff).isInstanceOf(StoreException.class);
    assertThat(events(WorkerEvent.LookFailed.class))
        .containsExactly(new WorkerEvent.LookFailed("Cannot reach store 'x': gone."));
    failures.set(1);
    bench.clock().advance(Duration.ofSeconds(7));

    worker(shaky, agents, WorkerTest::place).start();
    await().until(() -> events(WorkerEvent.LookFailed.class).size() == 2);
    bench.clock().advance(Duration.ofSeconds(7));

    await().until(() -> now(queued).state().status() == RunStatus.SUCCEEDED);
  }

  @Test
  void aProcessDoesNotTakeARunThatItWorksOnTwice() throws Exception {
    holdUp("analyze");
    Coordinator coordinator = bench.coordinator(agents);
    Run queued = coordinator.enqueue("monitor", folder, RunRequest.autonomous());
    coordinator.take(queued.id(), folder);
    inStep.await();

    var again = coordinator.take(queued.id(), folder);
    goOn.countDown();

    assertThat(again)
        .isInstanceOfSatisfying(
            Taken.Working.class,
            working -> assertThat(working.handle().id()).isEqualTo(queued.id()));
    await().until(() -> now(queued).state().status() == RunStatus.SUCCEEDED);
    assertThat(agents.calls("analyze")).isEqualTo(1);
    assertThat(coordinator.take(queued.id(), folder)).isEqualTo(new Taken.Over(now(queued)));
  }

  @Test
  void aWorkerHasOneHandAtLeast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Worker.builder().concurrency(0))
        .withMessage("concurrency must be >= 1, was 0");
  }
}
