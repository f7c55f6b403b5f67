package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.BranchWriter;
import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.Branch;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunId;
import java.util.List;

/** Takes proposals back. */
public final class Proposals {

  static final String FOLDER = "kirolinter";

  private Proposals() {}

  /** {@return the name of the branch that a run writes} */
  public static String branchOf(RunId run) {
    return FOLDER + "/" + run;
  }

  /**
   * {@return the name of one of several branches that a run writes}
   *
   * @param part what distinguishes it; empty for the only one
   */
  static String branchOf(RunId run, String part) {
    return branchOf(run) + (part.isEmpty() ? "" : "-" + part);
  }

  /**
   * {@return whether a run writes a branch of such a name, as the only one or as one of several}
   */
  static boolean isBranchOf(RunId run, String branch) {
    return branch.equals(branchOf(run)) || branch.startsWith(branchOf(run) + "-");
  }

  /** {@return whether the branch is the run's own, and not that of an earlier one it points to} */
  public static boolean isOwn(RunId run, Proposal proposal) {
    return isBranchOf(run, proposal.branch());
  }

  /**
   * Deletes the branch of a proposal, if it is still as it was written, or was made again by a
   * later run.
   *
   * @return whether it was there
   * @throws WorkFailedException if somebody has committed onto it, or checked it out; it stays then
   */
  public static boolean withdraw(Repository repository, Proposal proposal) {
    BranchWriter writer = BranchWriter.of(repository);
    CommitId head =
        writer
            .head(proposal.branch())
            .filter(now -> isMadeAgain(repository, proposal.base(), now))
            .orElse(proposal.head());
    return writer.delete(proposal.branch(), head);
  }

  private static boolean isMadeAgain(Repository repository, CommitId base, CommitId head) {
    List<BranchCommit> commits = Branches.of(repository).beyond(base, head);
    return !commits.isEmpty() && commits.stream().allMatch(Proposals::isOwn);
  }

  /**
   * Deletes the branches of a run that ended before it could say what it wrote.
   *
   * @return whether there were any
   * @throws WorkFailedException if one holds a commit that the run did not write, or is checked
   *     out; it stays then
   */
  public static boolean withdraw(Repository repository, RunId run, CommitId base) {
    List<Branch> all =
        Branches.of(repository).in(FOLDER).stream()
            .filter(branch -> isBranchOf(run, branch.name()))
            .toList();
    all.forEach(branch -> withdraw(repository, run, base, branch));
    return !all.isEmpty();
  }

  private static void withdraw(Repository repository, RunId run, CommitId base, Branch branch) {
    List<BranchCommit> commits = Branches.of(repository).commits(base, branch.head().id());
    boolean own = !commits.isEmpty() && commits.stream().allMatch(commit -> isOf(run, commit));
    if (!own && !isMadeAgain(repository, base, branch.head().id())) {
      throw new WorkFailedException(
          ErrorMessage.cannot("delete", "branch", branch.name())
              .found("it holds what run " + run + " did not write")
              .expected("nothing but the commits of the run")
              .remedy("Keep what you need, then delete it yourself."));
    }
    BranchWriter.of(repository).delete(branch.name(), branch.head().id());
  }

  /** {@return whether a run has made the commit, and no person} */
  static boolean isOwn(BranchCommit commit) {
    return commit.committerEmail().equals(ProposalWriter.AUTHOR.email())
        && CommitMessages.isOfARun(commit.message());
  }

  private static boolean isOf(RunId run, BranchCommit commit) {
    return commit.committerEmail().equals(ProposalWriter.AUTHOR.email())
        && CommitMessages.isOf(run, commit.message());
  }
}
