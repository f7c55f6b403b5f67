package io.kirolinter.workflow.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.schedule.CronTimes;
import io.kirolinter.core.schedule.FiringRecord.Ending;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.JobStore;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.schedule.JobEvent.JobEnded;
import io.kirolinter.workflow.schedule.JobEvent.JobFailed;
import io.kirolinter.workflow.schedule.JobEvent.JobFired;
import io.kirolinter.workflow.schedule.JobEvent.JobOverlapped;
import io.kirolinter.workflow.schedule.JobEvent.TickFailed;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import io.kirolinter.workflow.testkit.WatchedStores;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundJobsTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Schedule HOURLY = Schedule.every(HOUR);

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private final TidyAgents agents = new TidyAgents();
  private final List<JobEvent> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch inStep = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private int processes;

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

  private BackgroundJobs jobs() {
    return jobs(job -> Folder.of(Path.of(job.location())));
  }

  private BackgroundJobs jobs(Function<Job, Repository> places) {
    return builder(bench.coordinator(agents)).places(places).build();
  }

  private BackgroundJobs.Builder builder(Coordinator coordinator) {
    return BackgroundJobs.builder()
        .coordinator(coordinator)
        .stores(bench.stores())
        .places(job -> Folder.of(Path.of(job.location())))
        .clock(bench.clock())
        .owner("process " + ++processes)
        .listener(events::add);
  }

  /** Waits until the end of the job's run is written, which is a moment after it. */
  private void awaitIdle() {
    await().until(() -> bench.stores().jobs().list().stream().noneMatch(this::isGoing));
  }

  private boolean isGoing(Job job) {
    return job.state().pending().isPresent();
  }

  private <T extends JobEvent> List<T> heard(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void holdUpAnalyze() {
    agents.before(
        "analyze",
        context -> {
          inStep.countDown();
          goOn.await();
        });
  }

  @Test
  void aJobIsDueAtOnceAndThenAtEachIntervalAndTheResultIsABranch() throws Exception {
    BackgroundJobs jobs = jobs();
    Job job = jobs.add(folder, "full_review", HOURLY);

    List<RunHandle> first = jobs.tick();
    assertThat(first).hasSize(1);
    assertThat(first.get(0).await().plan().options().apply()).isEqualTo(ApplyTarget.BRANCH);
    awaitIdle();
    bench.clock().advance(HOUR.minusSeconds(1));
    assertThat(jobs.tick()).isEmpty();
    bench.clock().advance(Duration.ofSeconds(1));
    assertThat(jobs.tick()).hasSize(1);
    jobs.close();

    assertThat(heard(JobFired.class)).hasSize(2);
    assertThat(heard(JobEnded.class)).hasSize(2);
    assertThat(heard(JobEnded.class).get(0).job().id()).isEqualTo(job.id());
    assertThat(heard(JobEnded.class).get(0).run().state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void firingsThatWereMissedAreMadeUpForOnce() throws Exception {
    BackgroundJobs jobs = jobs();
    jobs.add(folder, "monitor", HOURLY);
    Instant start = bench.clock().instant();
    bench.clock().advance(HOUR.multipliedBy(5).plusMinutes(1));

    List<RunHandle> fired = jobs.tick();

    assertThat(fired).hasSize(1);
    assertThat(fired.get(0).await().plan().options().apply()).isEqualTo(ApplyTarget.NONE);
    assertThat(jobs.list().get(0).state().nextDue()).contains(start.plus(HOUR.multipliedBy(6)));
  }

  @Test
  void addingAJobAgainReplacesItAndRemovingEndsIt() {
    BackgroundJobs jobs = jobs();
    jobs.add(folder, "monitor", HOURLY);
    Job second = jobs.add(folder, "monitor", Schedule.every(HOUR.multipliedBy(2)));
    jobs.add(bench.folder("other"), "monitor", HOURLY);

    assertThat(jobs.list()).hasSize(2).contains(second);
    assertThat(jobs.remove(second.id())).isTrue();
    assertThat(jobs.remove(second.id())).isFalse();
    assertThat(jobs.list()).hasSize(1);
  }

  @Test
  void aJobThatCannotBeIsAnErrorAndNotKept() {
    BackgroundJobs jobs = jobs();

    assertThatThrownBy(() -> jobs.add(folder, "moniter", HOURLY))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Did you mean 'monitor'?");
    Schedule never = Schedule.at(new CronTimes("0 0 30 2 *", ZoneOffset.UTC));
    assertThatThrownBy(() -> jobs.add(folder, "monitor", never))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("there is no such day in any year");
    assertThatThrownBy(
            () -> jobs.add(folder, "quick_fix", HOURLY, RunOptions.applyingTo(ApplyTarget.TREE)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("checkout");
    assertThat(jobs.list()).isEmpty();
  }

  @Test
  void aJobThatCannotStartIsToldAndStaysScheduled() {
    BackgroundJobs jobs =
        jobs(
            any -> {
              throw new WorkFailedException(
                  ErrorMessage.cannot("open", "repository", any.location()).found("it is gone"));
            });
    Job job = jobs.add(folder, "monitor", HOURLY);

    assertThat(jobs.tick()).isEmpty();

    assertThat(heard(JobFailed.class)).hasSize(1);
    assertThat(heard(JobFailed.class).get(0).error()).contains("it is gone");
    JobState left = jobs.list().get(0).state();
    assertThat(left.nextDue()).isEqualTo(job.state().nextDue().map(due -> due.plus(HOUR)));
    assertThat(left.pending()).isEmpty();
    assertThat(left.past().get(0).ending()).isEqualTo(Ending.FAILED);
    assertThat(left.past().get(0).detail()).contains("it is gone");
  }

  @Test
  void aRunThatCannotBeDrivenIsToldAsAFailureOfItsJob() throws Exception {
    Stores broken =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> {
              if (method.equals("create")) {
                throw new StoreException(ErrorMessage.cannot("reach", "store", "x").found("no"));
              }
              return call.proceed();
            });
    Coordinator coordinator = bench.closing(bench.builder("broken", agents).stores(broken).build());
    try (BackgroundJobs jobs = builder(coordinator).build()) {
      jobs.add(folder, "monitor", HOURLY);
      jobs.tick();
    }

    await().until(() -> heard(JobFailed.class).size() == 1);
    assertThat(heard(JobFailed.class).get(0).error()).startsWith("Cannot reach store");
  }

  @Test
  void aJobNeverOverlapsItselfAlsoNotInAnotherProcess() throws Exception {
    holdUpAnalyze();
    BackgroundJobs here = renewingOften();
    BackgroundJobs there = jobs();
    here.add(folder, "monitor", HOURLY);
    RunHandle going = here.tick().get(0);
    inStep.await();

    List<RunId> overlaps = new ArrayList<>();
    for (BackgroundJobs process : List.of(here, there)) {
      bench.clock().advance(HOUR);
      await().until(() -> bench.stores().journal().holder(going.id()).isPresent());
      assertThat(process.tick()).isEmpty();
      overlaps.add(going.id());
    }

    assertThat(heard(JobOverlapped.class)).extracting(JobOverlapped::run).isEqualTo(overlaps);
    goOn.countDown();
    going.await();
    here.close();
    awaitIdle();
    bench.clock().advance(HOUR);
    assertThat(there.tick()).hasSize(1);
    there.close();
  }

  /** Its leases follow a clock that the test moves. */
  private BackgroundJobs renewingOften() {
    Coordinator coordinator =
        bench.closing(bench.builder("often", agents).leaseLength(Duration.ofMillis(60)).build());
    return builder(coordinator).build();
  }

  @Test
  void aFiringHappensOnceHoweverManyProcessesLook() throws Exception {
    List<BackgroundJobs> processes = List.of(jobs(), jobs(), jobs(), jobs());
    processes.get(0).add(folder, "monitor", HOURLY);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<List<RunHandle>>> ticks = new ArrayList<>();
    CountDownLatch together = new CountDownLatch(1);
    for (BackgroundJobs process : processes) {
      ticks.add(
          threads.submit(
              () -> {
                together.await();
                return process.tick();
              }));
    }
    together.countDown();
    int fired = 0;
    for (Future<List<RunHandle>> tick : ticks) {
      fired += tick.get().size();
    }
    threads.shutdown();

    assertThat(fired).isEqualTo(1);
    processes.forEach(BackgroundJobs::close);
  }

  @Test
  void startedJobsFireByThemselvesAndClosingWaitsForTheirRuns() throws Exception {
    holdUpAnalyze();
    BackgroundJobs jobs = jobs();
    jobs.add(folder, "monitor", HOURLY);
    jobs.start();
    inStep.await();
    Thread closing = new Thread(jobs::close);
    closing.start();
    await().until(() -> closing.getState() == Thread.State.WAITING);
    assertThat(heard(JobEnded.class)).isEmpty();

    goOn.countDown();
    closing.join();

    await().until(() -> heard(JobEnded.class).size() == 1);
    assertThat(heard(JobEnded.class).get(0).run().state().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void anInterruptedCloseDoesNotWait() throws Exception {
    holdUpAnalyze();
    BackgroundJobs jobs = jobs();
    jobs.add(folder, "monitor", HOURLY);
    jobs.tick();
    inStep.await();

    Thread.currentThread().interrupt();
    jobs.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(heard(JobEnded.class)).isEmpty();
  }

  @Test
  void aStoreThatIsAwayForAMomentDoesNotEndTheTicks() throws Exception {
    JobStore real = bench.stores().jobs();
    CountDownLatch asked = new CountDownLatch(1);
    JobStore away =
        (JobStore)
            Proxy.newProxyInstance(
                JobStore.class.getClassLoader(),
                new Class<?>[] {JobStore.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("list")) {
                    asked.countDown();
                    throw new StoreException(
                        ErrorMessage.cannot("reach", "store", "x").found("it is away"));
                  }
                  return method.invoke(real, arguments);
                });
    Stores stores =
        (Stores)
            Proxy.newProxyInstance(
                Stores.class.getClassLoader(),
                new Class<?>[] {Stores.class},
                (proxy, method, arguments) ->
                    method.getName().equals("jobs")
                        ? away
                        : method.invoke(bench.stores(), arguments));
    try (BackgroundJobs jobs = builder(bench.coordinator(agents)).stores(stores).build()) {
      jobs.start();
      asked.await();
      await().until(() -> !heard(TickFailed.class).isEmpty());
    }

    assertThat(heard(TickFailed.class).get(0).error()).contains("it is away");
  }
}
