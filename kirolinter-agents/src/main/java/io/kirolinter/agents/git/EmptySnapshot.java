package io.kirolinter.agents.git;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import java.util.List;
import java.util.Optional;

/** No files: those on disk of a repository that has no checkout. */
final class EmptySnapshot implements Snapshot {

  @Override
  public Optional<CommitId> commit() {
    return Optional.empty();
  }

  @Override
  public List<SnapshotFile> files() {
    return List.of();
  }

  @Override
  public byte[] read(SnapshotFile file) {
    throw new IllegalArgumentException("not a file of this snapshot: " + file.path());
  }

  @Override
  public void close() {}
}
