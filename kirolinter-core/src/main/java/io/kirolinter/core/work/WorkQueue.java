package io.kirolinter.core.work;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs that wait for a worker, one line for each repository. Of one repository one run at a time is
 * given out, in the order in which they were offered; repositories take turns, so that many runs of
 * one do not keep those of another waiting.
 *
 * <p>The queue only says who may look at a run next. Each run is delivered until somebody
 * acknowledges it, which may be more than once: it is the lease in the {@link
 * io.kirolinter.core.run.RunJournal} that decides who works on it, and its fencing token that keeps
 * out who lost it.
 *
 * <p>What a method has written before it returns survives the death of the process. Safe for use by
 * many threads and many processes. Every method throws {@link
 * io.kirolinter.core.error.StoreException} if the store cannot be reached; nothing is half-written
 * then, and the call can be repeated.
 */
public interface WorkQueue {

  /**
   * Puts a run at the end of the line of its repository.
   *
   * @return whether it was not in the queue yet; nothing is changed if it was
   */
  boolean offer(RunId run, RepositoryId repository);

  /**
   * Gives out the next run, or one whose worker was lost. Does not wait for one.
   *
   * @param worker who asks: a name that no other worker has
   * @param idle a worker that did not {@linkplain #extend extend} its delivery for this long counts
   *     as lost; the same for all workers
   * @return empty if there is no run, or each repository that has some is being worked on or waits
   */
  Optional<Delivery> take(String worker, Duration idle);

  /**
   * Says that the worker still works on the run.
   *
   * @return false if the run was delivered to another one meanwhile, or is not in the queue any
   *     more
   */
  boolean extend(Delivery delivery);

  /**
   * Takes the run out of the queue, for good.
   *
   * @return false if the run was delivered to another one meanwhile, or is not in the queue any
   *     more; nothing is changed then
   */
  boolean acknowledge(Delivery delivery);

  /**
   * Puts the run back to the front of the line of its repository, and the repository behind all
   * others. Its {@linkplain Delivery#refusals() refusals} are kept as the delivery has them.
   *
   * @param notBefore until then no run of the repository is given out
   * @return false if the run was delivered to another one meanwhile, or is not in the queue any
   *     more; nothing is changed then
   */
  boolean giveBack(Delivery delivery, Instant notBefore);

  /** {@return whether the run waits in the queue, or was delivered and not acknowledged} */
  boolean contains(RunId run);
}
