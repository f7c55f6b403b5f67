package io.kirolinter.core.schedule;

import java.util.List;
import java.util.Optional;

/**
 * Keeps jobs, also when no process is there to run them. Safe for use by many threads and many
 * processes.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the store cannot be
 * reached.
 */
public interface JobStore {

  /** Adds a job, in place of one with the same id. */
  void put(Job job);

  /** {@return all jobs, the one that is due first in front, those without a time at the end} */
  List<Job> list();

  /** {@return the job of this id} */
  default Optional<Job> find(String id) {
    return list().stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /**
   * Replaces a job by its next state, if nobody else has done so meanwhile. Whoever succeeds fires
   * it, so that each firing happens once however many processes look.
   *
   * @return whether the job was still as {@code expected}
   */
  boolean advance(Job expected, Job next);

  /** {@return whether there was such a job} */
  boolean remove(String id);
}
