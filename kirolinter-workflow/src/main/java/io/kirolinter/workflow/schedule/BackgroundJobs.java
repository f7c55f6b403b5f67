package io.kirolinter.workflow.schedule;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.thread.DaemonThreads;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs templates again and again. The jobs are in the store, so they outlive processes; a firing is
 * one run, however many processes look at the jobs and whichever of them are lost, and a job never
 * fires while its last run still goes.
 *
 * <p>A firing that a process claimed and then died of is made up for as the job's policy for missed
 * ones says; a run that had begun is taken over. Safe for use by many threads.
 */
public final class BackgroundJobs implements AutoCloseable {

  private static final Duration BETWEEN_TICKS = Duration.ofSeconds(10);

  /** Commits come in rows, as in a rebase; the last of them is the one that counts. */
  private static final Duration AFTER_A_COMMIT = Duration.ofSeconds(2);

  private final Coordinator coordinator;
  private final JobLedger ledger;
  private final NewJobs newJobs;
  private final JobRuns runs;
  private final JobRound round;
  private final CommitWatch commits;
  private final InstantSource clock;
  private final JobListener listener;
  private final Predicate<Job> here;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> DaemonThreads.unstarted(task, "kirolinter-jobs"));

  private BackgroundJobs(Builder builder) {
    coordinator = requireNonNull(builder.coordinator, "coordinator");
    Stores stores = requireNonNull(builder.stores, "stores");
    clock = requireNonNull(builder.clock, "clock");
    commits = builder.commits;
    listener = builder.listener;
    here = builder.here;
    ledger = new JobLedger(stores.jobs());
    newJobs = new NewJobs(coordinator, commits, clock);
    runs =
        new JobRuns(
            coordinator, stores.journal(), requireNonNull(builder.places, "places"), listener);
    String owner = requireNonNull(builder.owner, "owner");
    round = new JobRound(ledger, runs, builder.limits, commits, clock, listener, owner);
  }

  /** {@return what is to be told before jobs can be fired} */
  public static Builder builder() {
    return new Builder();
  }

  /** Adds a job whose result is a branch, or nothing if its template only reads. */
  public Job add(Repository repository, String template, Schedule schedule) {
    return ledger.put(newJobs.of(repository, template, schedule));
  }

  /**
   * Adds a job, in place of the one with the same repository and template; the run of that one, if
   * one goes, is not overlapped. A job with an interval is due at once, and then after each
   * interval; one with a calendar at the next time of it; one for commits at the next commit.
   *
   * @throws InvalidRequestException if the template is unknown, the cron expression is wrong, or
   *     the checkout is to be changed
   */
  public Job add(Repository repository, String template, Schedule schedule, RunOptions options) {
    return ledger.put(newJobs.of(repository, template, schedule, options));
  }

  /** {@return all jobs, the one that is due first in front} */
  public List<Job> list() {
    return ledger.all();
  }

  /** {@return whether there was such a job; its run, if one goes, goes on} */
  public boolean remove(String id) {
    return ledger.remove(id);
  }

  /**
   * Lets a job fire no more until it is resumed. Its run, if one goes, goes on. The times until
   * then are left out, and not made up for.
   *
   * @throws InvalidRequestException if there is no such job
   */
  public Job pause(String id) {
    return changed("pause", id, job -> JobRequests.paused(job));
  }

  /**
   * Lets a job fire again, at the first of its times that is still to come.
   *
   * @throws InvalidRequestException if there is no such job
   */
  public Job resume(String id) {
    return changed("resume", id, job -> JobRequests.resumed(job, clock.instant()));
  }

  /**
   * Lets a job fire at the next look of any process, beside its times, also if it is paused, and
   * whatever the limits are.
   *
   * @throws InvalidRequestException if there is no such job, or its last run still goes
   */
  public Job runNow(String id) {
    return changed("run", id, job -> JobRequests.asked(job, clock.instant(), runs::isFree));
  }

  private Job changed(String action, String id, Function<Job, Job> change) {
    return ledger
        .change(id, job -> Optional.of(change.apply(job)))
        .orElseThrow(() -> unknown(action, id));
  }

  private InvalidRequestException unknown(String action, String id) {
    List<String> known = list().stream().map(Job::id).toList();
    return new InvalidRequestException(
        ErrorMessage.cannot(action, "job", id)
            .found("there is no such job")
            .expected("the id of a job, as 'kirolinter agent jobs' lists them")
            .remedy(known.isEmpty() ? "There are no jobs." : NearestName.hint(id, known)));
  }

  /**
   * Does what is to be done about each job at this moment, each thing once among all processes.
   *
   * @return the runs that this process has started, or gone on with
   */
  public List<RunHandle> tick() {
    List<Job> jobs = ledger.all().stream().filter(here).toList();
    commits.watch(watched(jobs));
    return jobs.stream().flatMap(job -> round.attend(job).stream()).toList();
  }

  private static Set<Path> watched(List<Job> jobs) {
    return jobs.stream()
        .filter(job -> job.schedule().commits() == CommitPolicy.RUN)
        .map(job -> Path.of(job.location()))
        .collect(Collectors.toSet());
  }

  /** Looks every 10 seconds, and soon after a commit, from now on, in a daemon thread. */
  public void start() {
    commits.start(this::wake);
    var unused =
        timer.scheduleWithFixedDelay(
            this::tickSafely, 0, BETWEEN_TICKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void wake() {
    if (woken.compareAndSet(false, true)) {
      var unused =
          timer.schedule(
              () -> {
                woken.set(false);
                tickSafely();
              },
              AFTER_A_COMMIT.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Fires no more, lets the steps in work end, and gives the runs back, to be gone on with by
   * whoever looks at the jobs next. Steps that take longer than {@code limit} are interrupted, and
   * run again then.
   */
  public void drain(Duration limit) {
    stop();
    coordinator.drain(limit);
  }

  /** Fires no more, and cancels the runs; what their steps have begun to change is taken back. */
  public void cancelAll() {
    stop();
    runs.cancelAll();
  }

  /** Fires no more, and waits until the runs it has started are done, or it is interrupted. */
  @Override
  public void close() {
    stop();
    try {
      runs.awaitAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    timer.shutdown();
    commits.close();
  }

  private void tickSafely() {
    try {
      tick();
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      listener.heard(new JobEvent.TickFailed(Redaction.of(e)));
    }
  }

  /** Gathers what jobs need to be fired. Used by one thread. */
  public static final class Builder {

    private @Nullable Coordinator coordinator;
    private @Nullable Stores stores;
    private @Nullable Function<Job, Repository> places;
    private @Nullable InstantSource clock;
    private @Nullable String owner;
    private JobListener listener = JobListener.none();
    private WorkLimits limits = WorkLimits.none();
    private CommitWatch commits = CommitWatch.none();
    private Predicate<Job> here = job -> true;

    private Builder() {}

    /** Sets who does the runs, and how many at a time. Required; not closed with the jobs. */
    public Builder coordinator(Coordinator wanted) {
      coordinator = wanted;
      return this;
    }

    /** Sets where jobs and runs are kept: the stores of the coordinator. Required. */
    public Builder stores(Stores wanted) {
      stores = wanted;
      return this;
    }

    /**
     * Sets how the repository of a job is opened. Required. What it throws is why the job has no
     * run.
     */
    public Builder places(Function<Job, Repository> wanted) {
      places = wanted;
      return this;
    }

    /**
     * Sets which jobs this process sees to, where others of the store have their repositories on
     * other machines; without it, all.
     */
    public Builder here(Predicate<Job> wanted) {
      here = wanted;
      return this;
    }

    /** Sets the clock. Required. */
    public Builder clock(InstantSource wanted) {
      clock = wanted;
      return this;
    }

    /** Sets the name of this process, which no other one has at the same time. Required. */
    public Builder owner(String wanted) {
      owner = wanted;
      return this;
    }

    /** Sets who hears what happens. */
    public Builder listener(JobListener wanted) {
      listener = wanted;
      return this;
    }

    /** Sets when no run may start; without it, never. */
    public Builder limits(WorkLimits wanted) {
      limits = wanted;
      return this;
    }

    /** Sets what sees new commits; without it, jobs fire at their times only. */
    public Builder commits(CommitWatch wanted) {
      commits = wanted;
      return this;
    }

    /**
     * Builds the jobs; nothing fires before {@link #tick()} or {@link #start()}.
     *
     * @throws NullPointerException if something required is missing
     */
    public BackgroundJobs build() {
      return new BackgroundJobs(this);
    }
  }
}
