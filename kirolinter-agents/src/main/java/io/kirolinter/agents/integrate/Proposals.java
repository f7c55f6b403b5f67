package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.BranchWriter;
import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunId;
import java.util.List;
import java.util.Optional;

/** Takes proposals back. */
public final class Proposals {

  static final String FOLDER = "kirolinter";

  private Proposals() {}

  /** {@return the name of the branch that a run writes} */
  public static String branchOf(RunId run) {
    return FOLDER + "/" + run;
  }

  /** {@return whether the branch is the run's own, and not that of an earlier one it points to} */
  public static boolean isOwn(RunId run, Proposal proposal) {
    return proposal.branch().equals(branchOf(run));
  }

  /**
   * Deletes the branch of a proposal, if it is still as it was written.
   *
   * @return whether it was there
   * @throws WorkFailedException if somebody has committed onto it, or checked it out; it stays then
   */
  public static boolean withdraw(Repository repository, Proposal proposal) {
    return BranchWriter.of(repository).delete(proposal.branch(), proposal.head());
  }

  /**
   * Deletes the branch of a run that ended before it could say what it wrote.
   *
   * @return whether it was there
   * @throws WorkFailedException if it holds a commit that the run did not write, or is checked out;
   *     it stays then
   */
  public static boolean withdraw(Repository repository, RunId run, CommitId base) {
    String branch = branchOf(run);
    BranchWriter writer = BranchWriter.of(repository);
    Optional<CommitId> head = writer.head(branch);
    if (head.isEmpty()) {
      return false;
    }
    List<BranchCommit> commits = Branches.of(repository).commits(base, head.get());
    if (commits.isEmpty() || !commits.stream().allMatch(commit -> isOf(run, commit))) {
      throw new WorkFailedException(
          ErrorMessage.cannot("delete", "branch", branch)
              .found("it holds what run " + run + " did not write")
              .expected("nothing but the commits of the run")
              .remedy("Keep what you need, then delete it yourself."));
    }
    return writer.delete(branch, head.get());
  }

  /** {@return whether a run has made the commit, and no person} */
  static boolean isOwn(BranchCommit commit) {
    return commit.committerEmail().equals(ProposalWriter.AUTHOR.email())
        && CommitMessages.rule(commit.message()).isPresent();
  }

  private static boolean isOf(RunId run, BranchCommit commit) {
    return commit.committerEmail().equals(ProposalWriter.AUTHOR.email())
        && CommitMessages.isOf(run, commit.message());
  }
}
