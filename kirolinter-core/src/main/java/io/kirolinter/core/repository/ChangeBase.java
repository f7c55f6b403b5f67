package io.kirolinter.core.repository;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What code is compared with, to tell which lines have changed.
 *
 * @param name a branch, tag or commit as a person names it; empty for the default branch
 * @param commit where that was left; empty as long as nobody has asked the repository
 */
public record ChangeBase(String name, Optional<CommitId> commit) {

  public ChangeBase {
    requireNonNull(name, "name");
    requireNonNull(commit, "commit");
  }

  /** {@return a base that is still to be found by {@link Repository#found}} */
  public static ChangeBase named(String name) {
    return new ChangeBase(name, Optional.empty());
  }

  /** {@return a base that stays the same, wherever branches move} */
  public static ChangeBase at(String name, CommitId commit) {
    return new ChangeBase(name, Optional.of(commit));
  }
}
