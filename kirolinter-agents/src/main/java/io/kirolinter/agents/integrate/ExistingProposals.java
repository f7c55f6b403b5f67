package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.Branch;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the branch of an earlier run that comes to exactly the same, so that no second is made. */
final class ExistingProposals {

  /** A branch with its commits, the oldest first. */
  record Found(String branch, List<CommitId> commits) {}

  private final Branches branches;
  private final CommitId base;

  ExistingProposals(Repository repository, CommitId base) {
    branches = Branches.of(repository);
    this.base = base;
  }

  /**
   * {@return the first such branch, by name}
   *
   * @param content names what the commits of the fixes come to
   */
  Optional<Found> find(FixSet fixes, String content) {
    return branches.in(Proposals.FOLDER).stream()
        .filter(branch -> CommitMessages.hasContent(content, branch.head().message()))
        .filter(branch -> holds(branch, fixes))
        .map(branch -> new Found(branch.name(), commits(branch)))
        .filter(found -> found.commits().size() == fixes.changes().size())
        .findFirst();
  }

  /** A person may have changed a commit and kept its message. */
  private boolean holds(Branch branch, FixSet fixes) {
    Map<SourcePath, ContentHash> last = new HashMap<>();
    fixes.changes().stream()
        .flatMap(change -> change.files().stream())
        .forEach(edit -> last.put(edit.path(), edit.after()));
    return branches.difference(base, branch.head().id()).equals(last);
  }

  private List<CommitId> commits(Branch branch) {
    return branches.commits(base, branch.head().id()).stream().map(BranchCommit::id).toList();
  }
}
