package io.kirolinter.core.repository;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
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

  /**
   * Finds the commit at which another one left a branch, or what else a base names. If they have no
   * past in common, it is the named commit itself.
   *
   * @param base one that has its commit already stays as it is
   * @param from the commit that is compared with the base
   * @return the base with its commit, and with a name for people
   * @throws InvalidRequestException if there is no such branch, tag or commit, or no history
   */
  default ChangeBase found(ChangeBase base, CommitId from) {
    if (base.commit().isPresent()) {
      return base;
    }
    throw new InvalidRequestException(
        ErrorMessage.cannot("tell", "changed lines of", location().toString())
            .found("it has no history")
            .expected("a repository in which git knows what has changed")
            .remedy("Leave --changed-only out."));
  }
}
