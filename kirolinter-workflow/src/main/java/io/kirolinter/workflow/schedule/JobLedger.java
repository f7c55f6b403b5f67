package io.kirolinter.workflow.schedule;

import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.JobStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The jobs as they are kept. Each change is made to the job as it is, or not at all. */
final class JobLedger {

  private final JobStore store;

  JobLedger(JobStore store) {
    this.store = store;
  }

  List<Job> all() {
    return store.list();
  }

  Optional<Job> find(String id) {
    return store.find(id);
  }

  /**
   * Changes a job that is as this process saw it.
   *
   * @return the job afterwards; empty if another process was faster
   */
  Optional<Job> advance(Job seen, UnaryOperator<JobState> change) {
    Job next = seen.withState(change.apply(seen.state()));
    return store.advance(seen, next) ? Optional.of(next) : Optional.empty();
  }

  /**
   * Changes a job whatever others do to it meanwhile.
   *
   * @param change gives the job afterwards; empty to leave it
   * @return the job afterwards; empty if it is not there, or was left
   */
  Optional<Job> change(String id, Function<Job, Optional<Job>> change) {
    Optional<Job> seen = store.find(id);
    while (seen.isPresent()) {
      Optional<Job> next = change.apply(seen.get());
      if (next.isEmpty() || store.advance(seen.get(), next.get())) {
        return next;
      }
      seen = store.find(id);
    }
    return Optional.empty();
  }

  /** Changes a job as long as this firing is the one that it waits for. */
  Optional<Job> changePending(Job job, Firing firing, UnaryOperator<JobState> change) {
    return change(
        job.id(),
        now ->
            now.state().pending().filter(one -> one.run().equals(firing.run())).isPresent()
                ? Optional.of(now.withState(change.apply(now.state())))
                : Optional.empty());
  }

  /** Adds a job in place of one with the same id, whose firing goes on. */
  Job put(Job job) {
    Optional<Job> replaced =
        change(job.id(), before -> Optional.of(job.withState(keep(before, job))));
    if (replaced.isEmpty()) {
      store.put(job);
    }
    return replaced.orElse(job);
  }

  private static JobState keep(Job before, Job job) {
    JobState state = job.state();
    return new JobState(
        state.activity(),
        state.nextDue(),
        state.seenCommit(),
        before.state().pending().filter(firing -> firing.claim().isPresent()),
        before.state().past());
  }

  boolean remove(String id) {
    return store.remove(id);
  }
}
