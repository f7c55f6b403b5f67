package io.kirolinter.core.repository;

import java.nio.file.Path;
import java.util.Optional;

/** A repository, or a plain folder, that runs work on. Safe for use by many threads. */
public interface Repository {

  /** {@return the identity by which everything about it is remembered} */
  RepositoryId id();

  /** {@return the top folder of the checkout, or the repository itself where it is bare; real} */
  Path location();

  /** {@return whether it has history, and a checkout} */
  RepositoryKind kind();

  /** {@return the commit that is checked out; empty without history or commits} */
  Optional<CommitId> head();

  /**
   * Takes a snapshot of a commit, or of the files on disk if {@code commit} is empty.
   *
   * @throws io.kirolinter.core.error.WorkFailedException if the commit is not there
   */
  Snapshot snapshot(Optional<CommitId> commit);
}
