package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.Branch;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.SourcePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fixes that other runs have proposed on branches that are still there and not merged. A branch
 * that was deleted proposes nothing any more.
 */
public final class OpenProposals {

  private final Map<Fingerprint, String> branches;

  private OpenProposals(Map<Fingerprint, String> branches) {
    this.branches = branches;
  }

  /**
   * {@return the proposals of all runs but one}
   *
   * @param base what is in its history was merged
   */
  public static OpenProposals of(Repository repository, CommitId base, RunId without) {
    return of(repository, base, without, Set.of());
  }

  /** {@return the proposals of all runs but one, without those that a run may make again} */
  public static OpenProposals of(
      Repository repository, CommitId base, RunId without, StaleProposals stale) {
    return of(repository, base, without, stale.branches());
  }

  private static OpenProposals of(
      Repository repository, CommitId base, RunId without, Set<String> ignored) {
    Branches all = Branches.of(repository);
    Map<Fingerprint, String> found = new HashMap<>();
    for (Branch branch : all.in(Proposals.FOLDER)) {
      if (!Proposals.isBranchOf(without, branch.name()) && !ignored.contains(branch.name())) {
        all.commits(base, branch.head().id()).stream()
            .flatMap(commit -> CommitMessages.fingerprints(commit.message()))
            .forEach(fix -> found.putIfAbsent(fix, branch.name()));
      }
    }
    return new OpenProposals(found);
  }

  /**
   * {@return the findings that a new proposal may fix: none that an open one fixes, and none in the
   * same file, as the two could not be merged one after the other; all, if nothing would be left}
   */
  public List<Finding> leftOf(List<Finding> findings) {
    Set<SourcePath> files =
        findings.stream()
            .filter(finding -> branches.containsKey(finding.fingerprint()))
            .map(Finding::path)
            .collect(Collectors.toSet());
    List<Finding> left =
        findings.stream().filter(finding -> !files.contains(finding.path())).toList();
    return left.isEmpty() ? findings : left;
  }

  /**
   * {@return an open branch that holds fixes of the set, if there is none that it does not hold}
   */
  public Optional<String> holding(FixSet fixes) {
    List<Fingerprint> wanted =
        fixes.changes().stream()
            .flatMap(change -> change.fixes().stream())
            .map(FixSet.AppliedFix::fingerprint)
            .toList();
    return branches.keySet().containsAll(wanted)
        ? wanted.stream().map(branches::get).findFirst()
        : Optional.empty();
  }
}
