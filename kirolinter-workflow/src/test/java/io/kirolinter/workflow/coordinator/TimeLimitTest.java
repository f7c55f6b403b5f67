package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.coordinator.RunEvent.StepProgress;
import io.kirolinter.workflow.coordinator.RunEvent.StepRetried;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.ManualAlarm;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that take longer than they may. */
class TimeLimitTest {

  private static final String UNTIDY = "first\nsecond  \n";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private Coordinator coordinator;
  private final TidyAgents agents = new TidyAgents();
  private final ManualAlarm alarm = new ManualAlarm();
  private final CountDownLatch inStep = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @BeforeEach
  void open() {
    bench = new Bench(home);
    folder = bench.folder("project");
    coordinator = bench.closing(bench.builder("limited", agents).alarm(alarm).build());
  }

  @AfterEach
  void close() throws Exception {
    goOn.countDown();
    bench.close();
  }

  /** Lets the first attempt of a step stand still until it is interrupted. */
  private void hang(String step) {
    agents.before(
        step,
        context -> {
          if (agents.calls(step) == 1) {
            inStep.countDown();
            new CountDownLatch(1).await();
          }
        });
  }

  /** Lets a step stand still, whatever it is told, until the test lets it go on. */
  private void hangDeaf(String step, TidyAgents.Before after) {
    agents.before(
        step,
        context -> {
          inStep.countDown();
          awaitDeaf(goOn);
          after.run(context);
        });
  }

  private static void awaitDeaf(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        latch.await();
        open = true;
      } catch (InterruptedException e) {
        open = false;
      }
    }
  }

  private RunHandle start(String template, String step) {
    RunOptions options =
        RunOptions.applyingTo(ApplyTarget.TREE).withStepTimeouts(Map.of(step, LIMIT));
    return coordinator.start(template, folder, RunRequest.autonomous().withOptions(options));
  }

  private void goOff(Duration expected) {
    await().until(() -> alarm.pending().contains(expected));
    alarm.goOff();
  }

  @Test
  void anAttemptThatTakesTooLongIsStoppedAndTriedAgain() throws Exception {
    hang("analyze");
    RunHandle handle = start("quick_fix", "analyze");
    inStep.await();

    goOff(LIMIT);

    Run run = handle.await();
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(run, "analyze").attempts()).isEqualTo(2);
    assertThat(step(run, "analyze").error())
        .contains("step 'analyze' did not end within its limit of 10m");
    assertThat(bench.events(StepRetried.class)).extracting(StepRetried::step).contains("analyze");
    assertThat(alarm.pending()).as("alarms left over").isEmpty();
  }

  @Test
  void aStepThatOnlyLooksAtItsCancellationIsStoppedTooAndTheNextOneIsNot() throws Exception {
    agents.before(
        "analyze",
        context -> {
          if (agents.calls("analyze") == 1) {
            inStep.countDown();
            while (true) {
              Thread.interrupted();
              context.cancellation().throwIfRequested();
              Thread.onSpinWait();
            }
          }
          assertThat(context.cancellation().isRequested()).isFalse();
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });
    RunHandle handle = start("quick_fix", "analyze");
    inStep.await();

    goOff(LIMIT);

    assertThat(handle.await().state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(handle.await(), "analyze").attempts()).isEqualTo(2);
    assertThat(step(handle.await(), "analyze").error())
        .contains("step 'analyze' did not end within its limit of 10m");
  }

  @Test
  void aStepThatEndsAfterAllCounts() throws Exception {
    hangDeaf("analyze", context -> {});
    RunHandle handle = start("quick_fix", "analyze");
    inStep.await();

    goOff(LIMIT);
    goOn.countDown();

    Run run = handle.await();
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(run, "analyze").attempts()).isEqualTo(1);
    assertThat(step(run, "analyze").error()).isEmpty();
  }

  @Test
  void aDeafStepIsLeftBehindAndTheRunGoesOnWithoutIt() throws Exception {
    hangDeaf("predict", context -> {});
    RunHandle handle = start("monitor", "predict");
    inStep.await();

    goOff(LIMIT);
    goOff(TimedAttempt.GRACE);

    Run run = handle.await();
    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(run, "predict").outcome()).contains(StepOutcome.RECOVERED);
    assertThat(step(run, "predict").attempts()).as("no second one beside it").isEqualTo(1);
    assertThat(step(run, "predict").error().orElseThrow())
        .isEqualTo(
            "step 'predict' did not end within its limit of 10m, nor within 5s after it was told"
                + " to stop; what it still does counts no more");
    assertThat(agents.calls()).containsExactly("predict", "analyze", "notify");
  }

  @Test
  void aDeafStepThatChangesFilesIsUndoneAndFailsTheRun() throws Exception {
    hangDeaf("fix", context -> {});
    RunHandle handle = start("quick_fix", "fix");
    inStep.await();

    goOff(LIMIT);
    goOff(TimedAttempt.GRACE);

    Run run = handle.await();
    assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
    assertThat(agents.calls()).containsExactly("analyze", "fix", "undo fix");
    goOn.countDown();
    await().until(() -> !agents.calls().isEmpty());
    assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);
  }

  @Test
  void whatALeftStepWantsToWriteLaterIsRefused() throws Exception {
    AtomicReference<StepContext> seen = new AtomicReference<>();
    CompletableFuture<String> later = new CompletableFuture<>();
    agents.before("analyze", seen::set);
    agents.instead(
        "analyze",
        context -> {
          inStep.countDown();
          awaitDeaf(goOn);
          later.complete("gone on");
          context.memory().increment(folder.id(), "late", 1);
          return StepResult.nothingToDo("never counts");
        });
    RunHandle handle = start("quick_fix", "analyze");
    inStep.await();
    goOff(LIMIT);
    goOff(TimedAttempt.GRACE);
    Run run = handle.await();

    goOn.countDown();
    assertThat(later.get()).isEqualTo("gone on");

    StepContext left = seen.get();
    Observation seenLate = new Observation("late", "x", 1, "x", Instant.EPOCH);
    List<ThrowingCallable> uses =
        List.of(
            () -> left.memory().increment(folder.id(), "late", 1),
            () -> left.memory().observe(folder.id(), "key", List.of(seenLate)),
            () -> left.memory().observations(folder.id(), "late", 1),
            () -> left.memory().patterns(folder.id(), "late", LIMIT, Instant.EPOCH),
            () -> left.memory().counter(folder.id(), "late"),
            () -> left.memory().forgetBefore(folder.id(), Instant.EPOCH),
            () -> left.memory().forget(folder.id()),
            () -> left.cache().put(Map.of("late", "x")),
            () -> left.cache().get(List.of("late")),
            left::repository,
            left::snapshot,
            left::folder,
            () -> left.progress().update("late", 1, 1));
    assertThat(uses)
        .allSatisfy(
            use ->
                assertThatThrownBy(use)
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("the attempt was given up after its time limit"));
    assertThat(bench.stores().memory().counter(folder.id(), "late")).isZero();
    assertThat(bench.stores().cache().get(List.of("late"))).isEmpty();
    assertThat(bench.events(StepProgress.class)).isEmpty();
    assertThat(coordinator.status(run.id())).as("the run as it ended").isEqualTo(run);
    assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void anOpenAttemptUsesMemoryAndCacheAsTheyAre() throws Exception {
    agents.before(
        "analyze",
        context -> {
          Observation seen = new Observation("kind", "x", 1, "x", context.clock().instant());
          context.memory().observe(folder.id(), "key", List.of(seen));
          assertThat(context.memory().observations(folder.id(), "kind", 9)).containsExactly(seen);
          assertThat(
                  context.memory().patterns(folder.id(), "kind", LIMIT, context.clock().instant()))
              .hasSize(1);
          assertThat(context.memory().increment(folder.id(), "count", 2)).isEqualTo(2);
          assertThat(context.memory().counter(folder.id(), "count")).isEqualTo(2);
          assertThat(context.memory().forgetBefore(folder.id(), Instant.EPOCH)).isZero();
          context.memory().forget(folder.id());
          context.cache().put(Map.of("key", "value"));
          assertThat(context.cache().get(List.of("key"))).containsEntry("key", "value");
        });

    Run run = coordinator.run("quick_fix", folder, RunRequest.autonomous());

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(step(run, "analyze").error()).isEmpty();
    assertThat(bench.stores().memory().counter(folder.id(), "count")).as("forgotten").isZero();
  }

  @Test
  void aRepositoryThatHangsKeepsNoRunFromItsEnd() throws Exception {
    Template strict =
        Template.of("strict", "Own.", List.of("predict", "analyze"), agents.descriptions())
            .withStep("analyze", Criticality.CRITICAL, RetryPolicy.never())
            .withTimeLimit("predict", LIMIT)
            .withTimeLimit("analyze", Duration.ofMinutes(11));
    Coordinator own =
        bench.closing(
            bench
                .builder("own", agents)
                .alarm(alarm)
                .templates(Templates.builtIn().with(strict))
                .build());
    RunHandle handle = own.start("strict", hanging(folder), RunRequest.autonomous());
    inStep.await();

    goOff(LIMIT);
    goOff(TimedAttempt.GRACE);
    await().until(() -> agents.calls("analyze") == 1);
    goOff(Duration.ofMinutes(11));

    Run run = handle.await();
    assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
    assertThat(step(run, "analyze").error().orElseThrow()).contains("its limit of 11m");
    assertThat(folder.log()).isEmpty();
    goOn.countDown();
    await().until(() -> folder.log().contains("close"));
    assertThat(folder.log()).containsExactly("open files", "close");
  }

  /** The repository, whose snapshot takes until the test lets it go on. */
  private Repository hanging(Folder real) {
    return (Repository)
        Proxy.newProxyInstance(
            Repository.class.getClassLoader(),
            new Class<?>[] {Repository.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("snapshot")) {
                inStep.countDown();
                awaitDeaf(goOn);
              }
              return method.invoke(real, arguments);
            });
  }

  @Test
  void anErrorOfALimitedStepIsThatOfTheStep() throws Exception {
    agents.before(
        "analyze",
        context -> {
          throw new StackOverflowError("deep");
        });

    Run run = start("quick_fix", "analyze").await();

    assertThat(step(run, "analyze").error()).contains("StackOverflowError: deep");
    assertThat(step(run, "analyze").attempts()).isEqualTo(3);
  }

  @Test
  void anInterruptOfWhoRunsTheRunCancelsItsLimitedStep() throws Exception {
    hang("analyze");
    Coordinator own =
        bench.closing(bench.builder("own", agents).executor(Runnable::run).alarm(alarm).build());
    CompletableFuture<Run> result = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                result.complete(own.run("quick_fix", folder, RunRequest.autonomous()));
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    caller.start();
    inStep.await();

    caller.interrupt();

    assertThat(result.get().state().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void theTimerStopsAStepInRealTime() throws Exception {
    agents.before("notify", context -> new CountDownLatch(1).await());
    Template impatient =
        Template.of("impatient", "Own.", List.of("analyze", "notify"), agents.descriptions())
            .withTimeLimit("notify", Duration.ofMillis(20));
    Coordinator real =
        bench.closing(
            bench.builder("real", agents).templates(Templates.builtIn().with(impatient)).build());

    Run run = real.run("impatient", folder, RunRequest.autonomous());

    assertThat(step(run, "notify").outcome()).contains(StepOutcome.RECOVERED);
    assertThat(step(run, "notify").attempts()).isEqualTo(3);
    assertThat(step(run, "notify").error())
        .contains("step 'notify' did not end within its limit of 0.02s");
  }

  @Test
  void aRunPinsTheLimitsOfItsOptionsBeforeThoseOfTheTemplate() throws Exception {
    Run run = start("quick_fix", "analyze").await();

    assertThat(run.plan().steps().get(0).timeLimit()).contains(LIMIT);
    assertThat(run.plan().steps().get(1).timeLimit()).contains(Duration.ofHours(24));
    assertThat(Templates.builtIn().all())
        .allSatisfy(
            template -> assertThat(template.steps()).noneMatch(s -> s.timeLimit().isEmpty()));
    assertThat(Template.of("own", "Own.", List.of("analyze"), agents.descriptions()).steps())
        .extracting(PlannedStep::timeLimit)
        .allMatch(limit -> limit.isEmpty());
  }

  @Test
  void aLimitForAStepThatTheTemplateDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> start("quick_fix", "analyse"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("step 'analyse': 'quick_fix' has no such step")
        .hasMessageContaining("'analyze'");
    assertThat(coordinator.history(1)).isEmpty();
  }
}
