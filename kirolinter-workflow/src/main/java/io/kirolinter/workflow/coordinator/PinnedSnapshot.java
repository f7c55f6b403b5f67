package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot of a run's base commit, taken when the first step asks for it. Safe for use by many
 * threads; taking it may hang without keeping the run from its end.
 */
final class PinnedSnapshot implements AutoCloseable {

  private final Repository repository;
  private final Optional<CommitId> commit;
  private final ReentrantLock taking = new ReentrantLock();
  private @Nullable Snapshot taken;
  private boolean closed;

  PinnedSnapshot(Repository repository, Optional<CommitId> commit) {
    this.repository = repository;
    this.commit = commit;
  }

  Repository repository() {
    return repository;
  }

  Snapshot get() {
    waitForOthers();
    try {
      Optional<Snapshot> known = known();
      return known.isPresent() ? known.get() : kept(repository.snapshot(commit));
    } finally {
      taking.unlock();
    }
  }

  /** Closes the snapshot; one that is being taken is closed by the thread that takes it. */
  @Override
  public synchronized void close() {
    closed = true;
    if (taken != null) {
      taken.close();
    }
  }

  private void waitForOthers() {
    try {
      if (!taking.tryLock()) { // a step that was told to stop may still look at what is there
        taking.lockInterruptibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while the snapshot was taken");
    }
  }

  private synchronized Optional<Snapshot> known() {
    return Optional.ofNullable(taken);
  }

  private synchronized Snapshot kept(Snapshot fresh) {
    if (closed) {
      fresh.close();
      throw new CancellationException("the run was over before the snapshot was taken");
    }
    taken = fresh;
    return fresh;
  }
}
