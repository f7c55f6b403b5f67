package io.kirolinter.workflow.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.Firing.Cause;
import io.kirolinter.core.schedule.FiringRecord;
import io.kirolinter.core.schedule.FiringRecord.Ending;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState.Activity;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask of jobs, what holds them back, and what becomes of the word of the dead. */
class JobRequestsTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Schedule HOURLY = Schedule.every(HOUR);

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private Coordinator coordinator;
  private final TidyAgents agents = new TidyAgents();
  private final List<JobEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<String>> obstacle =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<CommitId>> commit =
      new AtomicReference<>(Optional.of(CommitId.of("a".repeat(40))));
  private final AtomicReference<Runnable> changed = new AtomicReference<>(() -> {});
  private final Set<Path> watched = new CopyOnWriteArraySet<>();

  /** A watch whose commits the test makes. */
  private final CommitWatch commits =
      new CommitWatch() {
        @Override
        public Optional<CommitId> current(Path location) {
          return commit.get();
        }

        @Override
        public void watch(Set<Path> locations) {
          watched.addAll(locations);
        }

        @Override
        public void start(Runnable told) {
          changed.set(told);
        }

        @Override
        public void close() {
          watched.clear();
        }
      };

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

  private BackgroundJobs jobs(String owner) {
    return BackgroundJobs.builder()
        .coordinator(coordinator)
        .stores(bench.stores())
        .places(job -> folder)
        .clock(bench.clock())
        .owner(owner)
        .listener(events::add)
        .limits(obstacle::get)
        .commits(commits)
        .build();
  }

  private Job only() {
    return bench.stores().jobs().list().get(0);
  }

  private Run ended(List<RunHandle> handles) throws InterruptedException {
    assertThat(handles).hasSize(1);
    Run run = new Run(handles.get(0).await());
    await().until(() -> only().state().pending().isEmpty());
    return run;
  }

  /** The end of a run. */
  private record Run(io.kirolinter.core.run.Run run) {

    RunId id() {
      return run.id();
    }

    RunStatus status() {
      return run.state().status();
    }
  }

  private FiringRecord last() {
    return only().state().past().get(0);
  }

  private Job dueLater(BackgroundJobs jobs, Schedule schedule) {
    Job job = jobs.add(folder, "monitor", schedule);
    Job later =
        job.withState(job.state().withNextDue(Optional.of(bench.clock().instant().plus(HOUR))));
    bench.stores().jobs().put(later);
    return later;
  }

  @Test
  void aPausedJobLeavesItsTimesOutAndGoesOnWithTheNext() throws Exception {
    BackgroundJobs jobs = jobs("one");
    Job job = dueLater(jobs, HOURLY);
    Instant first = job.state().nextDue().orElseThrow();

    assertThat(jobs.pause(job.id()).state().activity()).isEqualTo(Activity.PAUSED);
    bench.clock().advance(HOUR.multipliedBy(3).plusMinutes(5));
    assertThat(jobs.tick()).isEmpty();
    Job resumed = jobs.resume(job.id());

    assertThat(jobs.tick()).isEmpty();
    assertThat(resumed.state().nextDue()).contains(first.plus(HOUR.multipliedBy(3)));
    assertThat(jobs.resume(job.id())).isEqualTo(resumed);
    bench.clock().advance(HOUR);
    assertThat(ended(jobs.tick()).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aJobRunsWhenSomebodyAsksAlsoIfItIsPausedAndWhateverTheLimits() throws Exception {
    BackgroundJobs jobs = jobs("one");
    Job job = dueLater(jobs, HOURLY);
    jobs.pause(job.id());
    obstacle.set(Optional.of("the load is 9.5"));

    Firing asked = jobs.runNow(job.id()).state().pending().orElseThrow();
    Run run = ended(jobs.tick());

    assertThat(run.id()).isEqualTo(asked.run());
    assertThat(last().cause()).isEqualTo(Cause.REQUEST);
    assertThat(only().state().nextDue()).isEqualTo(job.state().nextDue());
  }

  @Test
  void whatIsAskedOfNoJobOrOfOneThatGoesIsRefused() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    agents.before("analyze", context -> goOn.await());
    BackgroundJobs jobs = jobs("one");
    Job job = jobs.add(folder, "monitor", HOURLY);
    List<RunHandle> going = jobs.tick();

    assertThatThrownBy(() -> jobs.runNow(job.id()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("its run " + going.get(0).id() + " is not over");
    assertThatThrownBy(() -> jobs.pause("monitr@x"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot pause job 'monitr@x': there is no such job");
    goOn.countDown();
    ended(going);
    jobs.remove(job.id());
    assertThatThrownBy(() -> jobs.resume("any")).hasMessageEndingWith("There are no jobs.");
  }

  @Test
  void aFiringThatIsHeldBackSaysWhyAndIsMadeUpForWhenItMayStart() throws Exception {
    BackgroundJobs jobs = jobs("one");
    obstacle.set(Optional.of("these are quiet hours (22:00-06:00)"));
    Job job = jobs.add(folder, "monitor", HOURLY.withMissed(MissedPolicy.SKIP));

    assertThat(jobs.tick()).isEmpty();
    Firing held = only().state().pending().orElseThrow();
    bench.clock().advance(HOUR.multipliedBy(2).plusMinutes(30));
    assertThat(jobs.tick()).isEmpty();
    obstacle.set(Optional.empty());
    Run run = ended(jobs.tick());

    assertThat(held.heldBack()).contains("these are quiet hours (22:00-06:00)");
    assertThat(run.id()).isEqualTo(held.run());
    assertThat(last().detail()).contains("held back before: these are quiet hours");
    assertThat(events.stream().filter(JobEvent.JobHeldBack.class::isInstance)).hasSize(1);
    assertThat(only().state().nextDue())
        .isEqualTo(job.state().nextDue().map(due -> due.plus(HOUR.multipliedBy(3))));
  }

  @Test
  void aHeldBackFiringOfAPausedJobWaits() {
    BackgroundJobs jobs = jobs("one");
    obstacle.set(Optional.of("the load is 9.5"));
    Job job = jobs.add(folder, "monitor", HOURLY);
    jobs.tick();
    jobs.pause(job.id());
    obstacle.set(Optional.empty());

    assertThat(jobs.tick()).isEmpty();
    assertThat(only().state().pending()).isPresent();
  }

  @Test
  void anotherCommitStartsARunOnceAndTheSameOneNone() throws Exception {
    BackgroundJobs one = jobs("one");
    BackgroundJobs two = jobs("two");
    one.add(folder, "monitor", Schedule.onCommits());

    assertThat(one.tick()).isEmpty();
    commit.set(Optional.of(CommitId.of("b".repeat(40))));
    Run run = ended(one.tick());

    assertThat(two.tick()).isEmpty();
    assertThat(one.tick()).isEmpty();
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(last().cause()).isEqualTo(Cause.COMMIT);
    assertThat(watched).containsExactly(folder.location());
    commit.set(Optional.empty());
    assertThat(one.tick()).as("a repository that cannot be read").isEmpty();
  }

  @Test
  void aRunAtItsTimeHasSeenTheCommitToo() throws Exception {
    BackgroundJobs jobs = jobs("one");
    jobs.add(folder, "monitor", HOURLY.withCommits(CommitPolicy.RUN));
    commit.set(Optional.of(CommitId.of("c".repeat(40))));

    ended(jobs.tick());

    assertThat(last().cause()).isEqualTo(Cause.TIME);
    assertThat(jobs.tick()).isEmpty();
    assertThat(only().state().seenCommit()).isEqualTo(commit.get());
  }

  @Test
  void aCommitThatIsHeardOfIsLookedAtSoon() {
    BackgroundJobs jobs = jobs("one");
    jobs.add(folder, "monitor", Schedule.onCommits());
    jobs.start();
    await().until(() -> !watched.isEmpty());

    commit.set(Optional.of(CommitId.of("d".repeat(40))));
    changed.get().run();
    changed.get().run();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !only().state().past().isEmpty() && last().ending() == Ending.RAN);
    jobs.close();
  }

  /** A process claims a firing, and is gone before the run is in the journal. */
  private Firing claimedByTheDead(BackgroundJobs jobs, MissedPolicy policy) {
    Job job = jobs.add(folder, "monitor", HOURLY.withMissed(policy));
    Instant now = bench.clock().instant();
    RunId run = FiringIds.of(job.id(), Cause.TIME, now, id -> true);
    Firing claimed = Firing.of(Cause.TIME, now, run).claimedBy("dead", now.plus(JobRound.CLAIM));
    bench
        .stores()
        .jobs()
        .put(
            job.withState(
                job.state().withNextDue(Optional.of(now.plus(HOUR))).withPending(claimed)));
    return claimed;
  }

  @Test
  void aFiringLostWithItsProcessIsMadeUpForAsTheSameRun() throws Exception {
    BackgroundJobs jobs = jobs("one");
    Firing lost = claimedByTheDead(jobs, MissedPolicy.ONCE);

    assertThat(jobs.tick()).as("while it may live").isEmpty();
    bench.clock().advance(JobRound.CLAIM);
    Run run = ended(jobs.tick());

    assertThat(run.id()).isEqualTo(lost.run());
    assertThat(last().due()).isEqualTo(lost.due());
  }

  @Test
  void aFiringLostWithItsProcessIsLeftOutIfThePolicySaysSo() {
    BackgroundJobs jobs = jobs("one");
    claimedByTheDead(jobs, MissedPolicy.SKIP);
    bench.clock().advance(JobRound.CLAIM);

    assertThat(jobs.tick()).isEmpty();

    assertThat(only().state().pending()).isEmpty();
    assertThat(last().ending()).isEqualTo(Ending.MISSED);
    assertThat(events).anyMatch(JobEvent.JobMissed.class::isInstance);
  }

  @Test
  void aRunGivenBackByADrainedProcessGoesOnInTheNextOne() throws Exception {
    CountDownLatch inStep = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    agents.before(
        "analyze",
        context -> {
          inStep.countDown();
          goOn.await();
        });
    BackgroundJobs first = jobs("one");
    first.add(folder, "monitor", HOURLY);
    RunId going = first.tick().get(0).id();
    inStep.await();
    Thread draining = new Thread(() -> first.drain(Duration.ofMinutes(1)));
    draining.start();
    goOn.countDown();
    draining.join();
    first.close();

    coordinator = bench.coordinator(agents);
    Run run = ended(jobs("two").tick());

    assertThat(run.id()).isEqualTo(going);
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(last().ending()).isEqualTo(Ending.RAN);
  }

  @Test
  void cancellingEndsTheRunsAndTheirFirings() throws Exception {
    CountDownLatch inStep = new CountDownLatch(1);
    agents.before(
        "analyze",
        context -> {
          inStep.countDown();
          new CountDownLatch(1).await();
        });
    BackgroundJobs jobs = jobs("one");
    jobs.add(folder, "monitor", HOURLY);
    List<RunHandle> going = jobs.tick();
    inStep.await();

    jobs.cancelAll();

    assertThat(ended(going).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(last().detail()).isEqualTo("cancelled");
  }

  @Test
  void addingAJobAgainWhileItsRunGoesDoesNotStartASecondOne() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    agents.before("analyze", context -> goOn.await());
    BackgroundJobs jobs = jobs("one");
    jobs.add(folder, "monitor", HOURLY);
    List<RunHandle> going = jobs.tick();

    Job again = jobs.add(folder, "monitor", Schedule.every(HOUR.multipliedBy(2)));

    assertThat(again.state().pending().map(Firing::run)).contains(going.get(0).id());
    assertThat(jobs.tick()).isEmpty();
    goOn.countDown();
    ended(going);
    assertThat(only().schedule().interval()).contains(HOUR.multipliedBy(2));
  }
}
