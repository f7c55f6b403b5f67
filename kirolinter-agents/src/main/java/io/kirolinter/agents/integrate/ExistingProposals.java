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

  /**
   * A branch with its commits.
   *
   * @param commits one per rule, the oldest first
   * @param head the newest commit, which may be that of {@link BlameIgnore}
   */
  record Found(String branch, List<CommitId> commits, CommitId head) {

    /** Names the commits of a branch that holds the changes of some rules. */
    static Found of(String branch, List<CommitId> all, int rules) {
      return new Found(branch, all.subList(0, rules), all.get(all.size() - 1));
    }
  }

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
        .flatMap(branch -> found(branch, fixes.changes().size()).stream())
        .findFirst();
  }

  /** A person may have changed a commit and kept its message. */
  private boolean holds(Branch branch, FixSet fixes) {
    Map<SourcePath, ContentHash> last = new HashMap<>();
    fixes.changes().stream()
        .flatMap(change -> change.files().stream())
        .forEach(edit -> last.put(edit.path(), edit.after()));
    Map<SourcePath, ContentHash> there =
        new HashMap<>(branches.difference(base, branch.head().id()));
    if (CommitMessages.isOfIgnored(branch.head().message())) {
      there.remove(BlameIgnore.FILE);
    }
    return there.equals(last);
  }

  private Optional<Found> found(Branch branch, int rules) {
    List<CommitId> all =
        branches.commits(base, branch.head().id()).stream().map(BranchCommit::id).toList();
    int more = CommitMessages.isOfIgnored(branch.head().message()) ? 1 : 0;
    return all.size() == rules + more
        ? Optional.of(Found.of(branch.name(), all, rules))
        : Optional.empty();
  }
}
