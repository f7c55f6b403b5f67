package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder without history.
 *
 * @param location real
 */
record FolderRepository(Path location) implements Repository {

  @Override
  public RepositoryId id() {
    return RepositoryId.ofPath(location);
  }

  @Override
  public RepositoryKind kind() {
    return RepositoryKind.PLAIN_FOLDER;
  }

  @Override
  public Optional<CommitId> head() {
    return Optional.empty();
  }

  @Override
  public Snapshot snapshot(Optional<CommitId> commit) {
    if (commit.isPresent()) {
      throw new WorkFailedException(
          ErrorMessage.cannot("read", "commit", commit.get().toString())
              .found(location + " is in no git repository")
              .remedy("Run on the repository that has the commit."));
    }
    return FolderSnapshot.ofFolder(location);
  }
}
