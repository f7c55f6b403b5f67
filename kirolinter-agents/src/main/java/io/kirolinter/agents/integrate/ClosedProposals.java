package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.BranchWriter;
import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.Branch;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Branches of proposals that nobody waits for any more: their changes are in what is checked out,
 * merged or picked, or they were pushed and their other end was deleted since. One that a person
 * committed onto, or checked out, is left alone, whatever became of it. For one thread.
 */
public final class ClosedProposals {

  private final Branches branches;
  private final BranchWriter writer;

  private ClosedProposals(Repository repository) {
    branches = Branches.of(repository);
    writer = BranchWriter.of(repository);
  }

  /**
   * Deletes the branches of closed proposals.
   *
   * @return their names
   * @throws WorkFailedException if git is missing or refuses
   */
  public static List<String> delete(Repository repository) {
    return repository.kind() == RepositoryKind.PLAIN_FOLDER || repository.head().isEmpty()
        ? List.of()
        : new ClosedProposals(repository).delete();
  }

  private List<String> delete() {
    Set<String> gone = branches.withoutUpstream(Proposals.FOLDER);
    List<String> deleted = new ArrayList<>();
    for (Branch branch : branches.in(Proposals.FOLDER)) {
      boolean closed = gone.contains(branch.name()) || branches.isTakenOver(branch.head().id());
      if (closed && isOurs(branch) && isDeleted(branch)) {
        deleted.add(branch.name());
      }
    }
    return deleted;
  }

  /** Also where all of it is merged: a person who goes on there wants to find the branch. */
  private boolean isOurs(Branch branch) {
    return isOurs(branch.head())
        && branches.beyondHead(branch.head().id()).stream().allMatch(ClosedProposals::isOurs);
  }

  private static boolean isOurs(BranchCommit commit) {
    return commit.committerEmail().equals(ProposalWriter.AUTHOR.email())
        && CommitMessages.isOfARun(commit.message());
  }

  private boolean isDeleted(Branch branch) {
    try {
      return writer.delete(branch.name(), branch.head().id());
    } catch (WorkFailedException e) {
      return false; // somebody has it checked out, or has just moved it
    }
  }
}
