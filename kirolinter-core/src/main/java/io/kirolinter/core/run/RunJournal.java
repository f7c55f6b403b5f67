package io.kirolinter.core.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps runs so that any process can go on with them.
 *
 * <p>Every change of a run is a compare-and-set with the lease's fencing token: a process that lost
 * its lease can write nothing. A run that is over never changes. What a method has written before
 * it returns survives the death of the process and of the machine. Safe for use by many threads and
 * many processes.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the store cannot be
 * reached; nothing is half-written then, and the call can be repeated.
 */
public interface RunJournal {

  /** What a checkpoint does to a run that somebody asked to stop. */
  enum WhenCancelled {
    /** It is written as to any other. */
    WRITE,
    /** Nothing is written, so that the run can stop where it is. */
    REFUSE
  }

  /**
   * Writes a new run, and claims it in the same write.
   *
   * @param owner who asks; the same on every call from one process
   * @param length how long the lease holds unless it is renewed
   * @return {@link Claim.Busy} if another run is changing the repository: the run is kept as {@link
   *     RunState#queued()} then, to be claimed later
   * @throws IllegalArgumentException if a run with this id is already there
   */
  Claim create(Run run, String owner, Duration length);

  /**
   * Takes the right to work on a run.
   *
   * <p>At most one owner holds a run at any moment, and of the runs that change one repository at
   * most one is held. A lease that was not renewed in time is free for others; its holder can still
   * write until somebody claims the run, or another run that changes the same repository. An owner
   * who claims again gets a higher token, and the earlier lease is lost: of two threads of one
   * process that work on one run, the later goes on.
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if there is no such run
   */
  Claim claim(RunId id, String owner, Duration length);

  /**
   * {@return the same right, with a later end, or the same one if that was later still}
   *
   * @throws io.kirolinter.core.error.LeaseLostException if another owner has the run by now
   */
  Lease renew(Lease lease, Duration length);

  /**
   * Gives the run back for others to claim at once; the lease can write nothing more. Does nothing
   * if it was lost.
   */
  void release(Lease lease);

  /**
   * Replaces the state of the run, and keeps the artifact that its step produced, in place of one
   * of the same step and type. A final state ends the lease.
   *
   * @throws io.kirolinter.core.error.LeaseLostException if another owner has the run by now, or it
   *     is over; nothing is written then
   */
  default void checkpoint(Lease lease, RunState state, Optional<StoredArtifact> artifact) {
    checkpoint(lease, state, artifact, WhenCancelled.WRITE);
  }

  /**
   * Writes as {@link #checkpoint(Lease, RunState, Optional)}, and sees in the same moment whether
   * the run is to stop: a look of its own would cost as much as the writing where the store is far.
   *
   * @return whether it was written; false only with {@link WhenCancelled#REFUSE}
   */
  boolean checkpoint(
      Lease lease, RunState state, Optional<StoredArtifact> artifact, WhenCancelled cancelled);

  Optional<Run> find(RunId id);

  /** {@return the runs that the query asks for, the newest first} */
  List<Run> list(RunQuery query);

  /**
   * Shows runs one by one, in the order of {@link #list}, so that any number of them takes the
   * memory of one. The visitor must be quick, and must not use the journal.
   */
  default void visit(RunQuery query, Consumer<Run> visitor) {
    list(query).forEach(visitor);
  }

  /** {@return who holds the run at this moment} */
  Optional<Lease> holder(RunId id);

  /** {@return what the steps of the run produced, in the order in which they did} */
  List<StoredArtifact> artifacts(RunId id);

  /**
   * Asks whoever works on the run to stop.
   *
   * @return whether the run is there and not over
   */
  boolean requestCancel(RunId id);

  boolean isCancelRequested(RunId id);

  /**
   * Ends a queued run of which no step has begun and which nobody holds, also while another run is
   * changing the repository.
   *
   * @param end a final state
   * @return whether it was such a run, and is over now
   */
  boolean endUnbegun(RunId id, RunState end);

  /**
   * Deletes a run that is over, with its artifacts.
   *
   * @return whether it was there and over
   */
  boolean delete(RunId id);

  /**
   * Deletes the runs among these that are over, with their artifacts.
   *
   * @return how many there were
   */
  default int deleteAll(Collection<RunId> ids) {
    return (int) ids.stream().filter(this::delete).count();
  }

  /**
   * Adds a run that is over, with its artifacts, as another journal has kept it; all or nothing.
   *
   * @return false if there is a run with this id already, which stays as it is
   * @throws IllegalArgumentException if the run is not over
   */
  boolean add(Run run, List<StoredArtifact> artifacts);
}
