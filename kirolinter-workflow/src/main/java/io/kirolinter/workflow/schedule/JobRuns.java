package io.kirolinter.workflow.schedule;

import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.FiringRecord.Ending;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** The runs of firings, done by a coordinator. Safe for use by many threads. */
final class JobRuns implements FiringRuns {

  private final Coordinator coordinator;
  private final RunJournal journal;
  private final Function<Job, Repository> places;
  private final JobListener listener;
  private final Map<RunId, Going> going = new ConcurrentHashMap<>();

  /**
   * A run of this process.
   *
   * @param done completed when its end has been told and written
   */
  private record Going(RunHandle handle, CompletableFuture<Boolean> done) {}

  JobRuns(
      Coordinator coordinator,
      RunJournal journal,
      Function<Job, Repository> places,
      JobListener listener) {
    this.coordinator = coordinator;
    this.journal = journal;
    this.places = places;
    this.listener = listener;
  }

  @Override
  public Sight sight(RunId run) {
    return journal.find(run).map(this::sight).orElse(new Sight(Progress.NOT_BEGUN, ""));
  }

  private Sight sight(Run run) {
    RunStatus status = run.state().status();
    if (status.isFinal() || status == RunStatus.WAITING) {
      return new Sight(Progress.OVER, status.label());
    }
    if (journal.holder(run.id()).isPresent()) {
      return new Sight(Progress.GOING, status.label());
    }
    return new Sight(
        status == RunStatus.QUEUED ? Progress.NOT_BEGUN : Progress.LEFT, status.label());
  }

  @Override
  public boolean isHere(RunId run) {
    return going.containsKey(run);
  }

  @Override
  public boolean isFree(RunId run) {
    return !isHere(run) && journal.find(run).isEmpty();
  }

  @Override
  public Optional<RunHandle> start(Job job, Firing firing, Follower follower) {
    Repository repository = places.apply(job);
    RunRequest request = RunRequest.background().withOptions(job.options()).withId(firing.run());
    RunHandle handle =
        journal.find(firing.run()).isPresent()
            ? coordinator.resume(firing.run(), repository)
            : coordinator.start(job.template(), repository, request);
    Going run = new Going(handle, new CompletableFuture<>());
    going.put(firing.run(), run);
    listener.heard(new JobEvent.JobFired(job, firing.run()));
    handle.whenDone(() -> follow(job, firing, run, follower));
    return Optional.of(handle);
  }

  private void follow(Job job, Firing firing, Going run, Follower follower) {
    try {
      done(job, firing, run.handle(), follower);
    } finally {
      going.remove(firing.run(), run);
      run.done().complete(true);
    }
  }

  private void done(Job job, Firing firing, RunHandle handle, Follower follower) {
    try {
      Run run = handle.await();
      if (run.state().status() == RunStatus.QUEUED) {
        follower.givenBack(job, firing);
      } else {
        follower.ended(job, firing, Ending.RAN, run.state().status().label());
      }
      listener.heard(new JobEvent.JobEnded(job, run));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.heard(new JobEvent.JobFailed(job, Redaction.of(e)));
    } catch (RuntimeException | Error e) {
      if (!isKept(firing.run())) {
        follower.ended(job, firing, Ending.FAILED, Redaction.of(e));
      }
      listener.heard(new JobEvent.JobFailed(job, Redaction.of(e)));
    }
  }

  /** A run that another process took, or that lost its store, is seen to by the next look. */
  private boolean isKept(RunId run) {
    try {
      return journal.find(run).isPresent();
    } catch (RuntimeException e) {
      return true; // nobody can tell now
    }
  }

  /** Asks the runs of this process to stop. */
  void cancelAll() {
    going.values().forEach(run -> run.handle().cancel());
  }

  /** Waits until the ends of the runs of this process have been told and written. */
  void awaitAll() throws InterruptedException {
    CompletableFuture<?>[] all =
        going.values().stream().map(Going::done).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("these are completed with a value only", e);
    }
  }
}
