package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.BranchWriter;
import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.Branch;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.agents.integrate.publish.PublishLog;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposals of earlier runs that cannot be merged any more, as the base has moved on, and that may
 * be made again: a run publishes what it makes, a person has asked for them to be published, and
 * nobody but the product has committed to them. One that only lies behind the base is not among
 * them: each time it were made again, its checks would have to run again.
 */
public final class StaleProposals {

  private static final StaleProposals NONE = new StaleProposals(List.of());

  private final List<Stale> all;

  /**
   * Such a proposal.
   *
   * @param fixed the findings that it removes
   */
  record Stale(Branch branch, Set<Fingerprint> fixed) {

    /** {@return the files in which a run has fixed the same findings} */
    Set<SourcePath> filesIn(FixSet fixes) {
      return fixes.changes().stream()
          .flatMap(change -> change.fixes().stream())
          .filter(fix -> fixed.contains(fix.fingerprint()))
          .map(AppliedFix::path)
          .collect(Collectors.toSet());
    }

    /**
     * {@return whether a run has dealt with all of these findings: the proposal would lose what it
     * had no room for}
     *
     * @param found what is still found; others are gone
     */
    boolean isWholeIn(FixSet fixes, Set<Fingerprint> found) {
      Set<Fingerprint> dealtWith =
          Stream.concat(
                  fixes.changes().stream()
                      .flatMap(change -> change.fixes().stream())
                      .map(AppliedFix::fingerprint),
                  fixes.dropped().stream().map(DroppedFix::fingerprint))
              .collect(Collectors.toSet());
      return fixed.stream().filter(found::contains).allMatch(dealtWith::contains);
    }
  }

  private StaleProposals(List<Stale> all) {
    this.all = all;
  }

  /** {@return those that a run may make again; none where it publishes nothing} */
  public static StaleProposals of(StepContext context) {
    boolean publishes =
        context.plan().options().publication().isPresent()
            && context.plan().baseCommit().isPresent()
            && context.repository().kind() != RepositoryKind.PLAIN_FOLDER;
    return publishes ? found(context) : NONE;
  }

  private static StaleProposals found(StepContext context) {
    Set<String> wanted =
        Set.copyOf(
            new PublishLog(context.memory(), context.repository().id(), context.clock()).wanted());
    Branches branches = Branches.of(context.repository());
    BranchWriter writer = BranchWriter.of(context.repository());
    List<Stale> stale = new ArrayList<>();
    for (Branch branch : branches.in(Proposals.FOLDER)) {
      if (wanted.contains(branch.name())
          && !Proposals.isBranchOf(context.runId(), branch.name())
          && isStale(context, branches, branch)
          && !writer.isCheckedOut(branch.name())) {
        stale.add(new Stale(branch, fixed(context, branches, branch)));
      }
    }
    return new StaleProposals(List.copyOf(stale));
  }

  /**
   * What an earlier attempt of this run has made again is not stale any more, but still its own.
   */
  private static boolean isStale(StepContext context, Branches branches, Branch branch) {
    CommitId base = context.plan().baseCommit().orElseThrow();
    List<BranchCommit> commits = branches.commits(base, branch.head().id());
    return !commits.isEmpty()
        && commits.stream().allMatch(Proposals::isOwn)
        && (CommitMessages.isOf(context.runId(), branch.head().message())
            || branches.areInConflict(base, branch.head().id()));
  }

  private static Set<Fingerprint> fixed(StepContext context, Branches branches, Branch branch) {
    CommitId base = context.plan().baseCommit().orElseThrow();
    return branches.commits(base, branch.head().id()).stream()
        .flatMap(commit -> CommitMessages.fingerprints(commit.message()))
        .collect(Collectors.toSet());
  }

  List<Stale> all() {
    return all;
  }

  Set<String> branches() {
    return all.stream().map(one -> one.branch().name()).collect(Collectors.toSet());
  }

  /** {@return the findings, those first that such a proposal removes: they go where they were} */
  public List<Finding> first(List<Finding> findings) {
    Set<Fingerprint> fixed =
        all.stream().flatMap(one -> one.fixed().stream()).collect(Collectors.toSet());
    return Stream.concat(
            findings.stream().filter(one -> fixed.contains(one.fingerprint())),
            findings.stream().filter(one -> !fixed.contains(one.fingerprint())))
        .toList();
  }
}
