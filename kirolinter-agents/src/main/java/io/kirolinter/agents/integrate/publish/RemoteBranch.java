package io.kirolinter.agents.integrate.publish;

import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.agents.git.Remote;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Branches of the product in the remote repository; one that a person committed to is left. */
final class RemoteBranch {

  /** What came of a push. */
  enum Push {
    /** It was not there before. */
    NEW,
    /** It is as it was. */
    SAME,
    /** It had other commits of the product, which are replaced. */
    REBASED,
    /** A person has committed to it: it was left alone. */
    LEFT
  }

  private final Repository repository;
  private final Remote remote;
  private final Predicate<BranchCommit> isOwn;

  RemoteBranch(Repository repository, Remote remote, Predicate<BranchCommit> isOwn) {
    this.repository = repository;
    this.remote = remote;
    this.isOwn = isOwn;
  }

  /** {@return what a push would come to; nothing is changed} */
  Push forecast(Candidate candidate) {
    Optional<CommitId> there = remote.head(candidate.branch());
    if (there.isEmpty()) {
      return Push.NEW;
    }
    if (there.get().equals(candidate.head())) {
      return Push.SAME;
    }
    return isOwn(candidate.branch(), candidate.base(), there.get()) ? Push.REBASED : Push.LEFT;
  }

  /** Pushes, unless the branch has changed there since it was looked at. */
  void push(Candidate candidate) {
    remote.push(candidate.branch(), candidate.head(), remote.head(candidate.branch()));
  }

  /**
   * {@return whether it is gone, or nobody but the product has committed to it}
   *
   * @param base a commit of this repository that is no work of the product
   */
  boolean isOwn(String branch, CommitId base) {
    return remote.head(branch).map(head -> isOwn(branch, base, head)).orElse(true);
  }

  void delete(String branch) {
    remote.head(branch).ifPresent(head -> remote.delete(branch, head));
  }

  private boolean isOwn(String branch, CommitId base, CommitId head) {
    remote.fetch(branch);
    List<BranchCommit> commits = Branches.of(repository).beyond(base, head);
    return commits.stream().allMatch(isOwn);
  }
}
