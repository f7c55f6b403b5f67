package io.kirolinter.agents.integrate;

import io.kirolinter.agents.fix.apply.TreeUndo;
import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.run.Run;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes of runs people may still want: proposals that are not merged, and files that can be
 * restored. Each repository is looked at once. For one thread.
 */
public final class StandingChanges {

  /** The branches by the place of a repository; empty where git could not tell. */
  private final Map<String, Optional<Set<String>>> branches = new HashMap<>();

  /**
   * {@return whether the branch of the run is still there, and not merged into what is checked out;
   * also if git cannot tell. A repository that is gone has no branches}
   */
  public boolean isProposalOpen(Run run) {
    return branches
        .computeIfAbsent(run.plan().location(), StandingChanges::openIn)
        .map(open -> open.stream().anyMatch(one -> Proposals.isBranchOf(run.id(), one)))
        .orElse(true);
  }

  /** {@return whether the folder of a run holds files as they were before it} */
  public boolean isRestorable(Path runFolder) {
    return TreeUndo.isIn(runFolder);
  }

  private static Optional<Set<String>> openIn(String location) {
    try {
      Repository repository = Repositories.open(Path.of(location));
      return Optional.of(
          repository.kind() == RepositoryKind.PLAIN_FOLDER
              ? Set.of()
              : Branches.of(repository).notMerged(Proposals.FOLDER));
    } catch (InvalidRequestException e) {
      return Optional.of(Set.of()); // there is no such folder any more
    } catch (WorkFailedException e) {
      return Optional.empty(); // git is missing or refuses: nobody can say, so nothing is given up
    }
  }
}
