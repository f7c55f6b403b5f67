package io.kirolinter.workflow.schedule;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs templates again and again. The jobs are in the store, so they outlive processes; a job fires
 * in one process only, however many look at them, and never while its last run still goes.
 *
 * <p>A firing that a process claimed and then died of is not made up for; a run that had begun is
 * taken over as every other. Safe for use by many threads.
 */
public final class BackgroundJobs implements AutoCloseable {

  private static final Duration BETWEEN_TICKS = Duration.ofSeconds(10);

  private final Coordinator coordinator;
  private final Stores stores;
  private final Function<Path, Repository> repositories;
  private final InstantSource clock;
  private final JobListener listener;
  private final Map<String, RunHandle> going = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(BackgroundJobs::daemon);

  /**
   * Makes the jobs of a store ready; nothing fires before {@link #tick()} or {@link #start()}.
   *
   * @param coordinator starts the runs; not closed by this
   * @param repositories opens the repository at a location
   */
  public BackgroundJobs(
      Coordinator coordinator,
      Stores stores,
      Function<Path, Repository> repositories,
      InstantSource clock,
      JobListener listener) {
    this.coordinator = coordinator;
    this.stores = stores;
    this.repositories = repositories;
    this.clock = clock;
    this.listener = listener;
  }

  /** Adds a job whose result is a branch, or nothing if its template only reads. */
  public Job add(Repository repository, String template, Duration interval) {
    return add(
        repository, template, interval, optionsFor(coordinator.template(template, repository)));
  }

  /**
   * Adds a job, in place of the one with the same repository and template. It is due at once, and
   * then after each interval.
   *
   * @param interval one minute or more
   * @throws InvalidRequestException if the template is unknown, the interval is too short, or the
   *     checkout is to be changed
   */
  public Job add(Repository repository, String template, Duration interval, RunOptions options) {
    String known = coordinator.template(template, repository).name();
    requireAllowed(known, interval, options);
    Job job =
        new Job(
            Job.idFor(repository.id(), known),
            repository.id(),
            repository.location().toString(),
            known,
            options,
            interval,
            clock.instant());
    stores.jobs().put(job);
    return job;
  }

  /** {@return all jobs, the one that is due first in front} */
  public List<Job> list() {
    return stores.jobs().list();
  }

  /** {@return whether there was such a job; its run, if one goes, goes on} */
  public boolean remove(String id) {
    return stores.jobs().remove(id);
  }

  /**
   * Fires the jobs that are due, each once among all processes.
   *
   * @return the runs that this process started
   */
  public List<RunHandle> tick() {
    Instant now = clock.instant();
    List<RunHandle> started = new ArrayList<>();
    for (Job job : stores.jobs().list()) {
      if (!job.nextDue().isAfter(now) && stores.jobs().advance(job, job.firedAt(now))) {
        fire(job).ifPresent(started::add);
      }
    }
    return started;
  }

  /** Looks every 10 seconds, from now on, in a daemon thread. */
  public void start() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::tickSafely, 0, BETWEEN_TICKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Fires no more, and waits until the runs it has started are done, or it is interrupted. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      for (RunHandle handle : going.values()) {
        awaitDone(handle);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tickSafely() {
    try {
      tick();
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      listener.heard(new JobEvent.TickFailed(text(e)));
    }
  }

  private Optional<RunHandle> fire(Job job) {
    try {
      Optional<RunId> last = goingOn(job);
      if (last.isPresent()) {
        listener.heard(new JobEvent.JobOverlapped(job, last.get()));
        return Optional.empty();
      }
      Repository repository = repositories.apply(Path.of(job.location()));
      RunRequest request = RunRequest.background().withOptions(job.options());
      RunHandle handle = coordinator.start(job.template(), repository, request);
      follow(job, handle);
      return Optional.of(handle);
    } catch (RuntimeException e) {
      listener.heard(new JobEvent.JobFailed(job, text(e)));
      return Optional.empty();
    }
  }

  private void follow(Job job, RunHandle handle) {
    going.put(job.id(), handle);
    listener.heard(new JobEvent.JobFired(job, handle.id()));
    handle.whenDone(
        () -> {
          going.remove(job.id(), handle);
          listener.heard(ended(job, handle));
        });
  }

  private static JobEvent ended(Job job, RunHandle handle) {
    try {
      return new JobEvent.JobEnded(job, handle.await());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new JobEvent.JobFailed(job, text(e));
    } catch (RuntimeException | Error e) {
      return new JobEvent.JobFailed(job, text(e));
    }
  }

  /** {@return the run of this job that some process works on} */
  private Optional<RunId> goingOn(Job job) {
    RunHandle here = going.get(job.id());
    if (here != null) {
      return Optional.of(here.id());
    }
    return stores.journal().list(RunQuery.living().of(job.repository())).stream()
        .filter(run -> run.plan().mode() == RunMode.BACKGROUND)
        .filter(run -> run.plan().template().equals(job.template()))
        .map(Run::id)
        .filter(run -> stores.journal().holder(run).isPresent())
        .findFirst();
  }

  private static RunOptions optionsFor(Template template) {
    ApplyTarget target = template.defaultTarget();
    return template.optionsFor(target == ApplyTarget.NONE ? ApplyTarget.NONE : ApplyTarget.BRANCH);
  }

  private static void requireAllowed(String template, Duration interval, RunOptions options) {
    if (interval.compareTo(Duration.ofMinutes(1)) < 0) {
      throw bad(
          template, "its interval is " + interval, "one minute or more", "Give a longer interval.");
    }
    if (options.apply() == ApplyTarget.TREE) {
      throw bad(
          template,
          "it would change the checkout in the background",
          "a branch, or nothing, as the result of a job",
          "Apply to a branch.");
    }
  }

  private static InvalidRequestException bad(
      String template, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("schedule", "template", template)
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }

  private static void awaitDone(RunHandle handle) throws InterruptedException {
    try {
      handle.await();
    } catch (RuntimeException e) {
      // Told to the listener by whoever follows the run.
      return;
    }
  }

  private static String text(Throwable error) {
    return Optional.ofNullable(error.getMessage()).orElseGet(error::toString);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "kirolinter-jobs");
    thread.setDaemon(true);
    return thread;
  }
}
