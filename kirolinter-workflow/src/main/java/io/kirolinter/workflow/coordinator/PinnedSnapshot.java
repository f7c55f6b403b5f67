package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot of a run's base commit, taken when the first step asks for it. Safe for use by many
 * threads.
 */
final class PinnedSnapshot implements AutoCloseable {

  private final Repository repository;
  private final Optional<CommitId> commit;
  private @Nullable Snapshot taken;

  PinnedSnapshot(Repository repository, Optional<CommitId> commit) {
    this.repository = repository;
    this.commit = commit;
  }

  Repository repository() {
    return repository;
  }

  synchronized Snapshot get() {
    Snapshot known = taken;
    if (known == null) {
      known = repository.snapshot(commit);
      taken = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (taken != null) {
      taken.close();
    }
  }
}
