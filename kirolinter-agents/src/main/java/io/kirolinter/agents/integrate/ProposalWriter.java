package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.BranchWriter;
import io.kirolinter.agents.git.CommitDraft;
import io.kirolinter.agents.git.CommitPlan;
import io.kirolinter.agents.git.Identity;
import io.kirolinter.agents.integrate.BlameIgnore.Entry;
import io.kirolinter.agents.integrate.ExistingProposals.Found;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Proposal.RuleCommit;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes fixes as commits, one per rule, on the branch of a run, and the text of a pull request
 * beside it. The checkout is not touched.
 *
 * <p>The same request gives the same commits, so that a second attempt changes nothing. Where a
 * branch of an earlier run holds the same fixes on the same commit, no other one is made. Safe for
 * use by many threads.
 */
public final class ProposalWriter {

  static final Identity AUTHOR = new Identity("KiroLinter", "kirolinter@localhost");

  private static final String TEXT_FILE = "pull-request.md";

  private final Repository repository;
  private final Snapshot snapshot;

  private ProposalWriter(Repository repository, Snapshot snapshot) {
    this.repository = repository;
    this.snapshot = snapshot;
  }

  /**
   * {@return a writer for one repository}
   *
   * @param snapshot of the base commit of what will be written
   */
  public static ProposalWriter of(Repository repository, Snapshot snapshot) {
    return new ProposalWriter(repository, snapshot);
  }

  /**
   * Writes the branch, if none holds these fixes yet, and the text.
   *
   * @return the proposal; its branch is that of another run if that one proposed the same
   * @throws WorkFailedException if the branch of the run holds something else, a file is not what
   *     the fixes count on, or git or the disk fails; no branch is left half-written
   */
  public Proposal write(ProposalRequest request) {
    return withText(request, same(request).orElseGet(() -> written(request)));
  }

  /**
   * Writes the commits of a proposal for a branch that is there already, and the text.
   *
   * @param branch which is not moved
   */
  Proposal writeFor(String branch, ProposalRequest request) {
    CommitPlan plan = plan(request);
    BranchWriter commit = BranchWriter.of(repository);
    List<CommitId> commits = commit.same(branch, plan).orElseGet(() -> commit.write(plan));
    return withText(request, Found.of(branch, commits, request.fixes().changes().size()));
  }

  /**
   * {@return why nothing is to be proposed: all these fixes wait on open branches of other runs
   * that started from another commit, or hold more}
   */
  public Optional<String> obstacle(ProposalRequest request) {
    CommitId base = request.plan().baseCommit().orElseThrow();
    Optional<String> open =
        OpenProposals.of(repository, base, request.run()).holding(request.fixes());
    return open.filter(any -> same(request).isEmpty())
        .map(
            branch ->
                "these fixes wait already on branch %s; merge or delete it".formatted(branch));
  }

  private Optional<Found> same(ProposalRequest request) {
    CommitId base = base(request);
    return new ExistingProposals(repository, base)
        .find(request.fixes(), nameOf(base, request.fixes()));
  }

  static Path textFile(Path folder) {
    return textFile(folder, "");
  }

  static Path textFile(Path folder, String part) {
    return folder.resolve(part.isEmpty() ? TEXT_FILE : "pull-request-" + part + ".md");
  }

  private Found written(ProposalRequest request) {
    String branch = Proposals.branchOf(request.run(), request.part());
    List<CommitId> commits = BranchWriter.of(repository).write(branch, plan(request));
    return Found.of(branch, commits, request.fixes().changes().size());
  }

  private CommitPlan plan(ProposalRequest request) {
    CommitId base = base(request);
    List<RuleChange> changes = request.fixes().changes();
    CommitMessages messages = new CommitMessages(request.run(), nameOf(base, request.fixes()));
    FixedFiles files = new FixedFiles(snapshot);
    List<CommitDraft> drafts =
        changes.stream().map(change -> files.apply(change, messages.of(change))).toList();
    return new CommitPlan(
        base,
        AUTHOR,
        request.plan().createdAt(),
        drafts,
        commits -> {
          List<Entry> ignored =
              IntStream.range(0, changes.size())
                  .filter(i -> files.isLayoutOnly(changes.get(i).rule()))
                  .mapToObj(i -> entry(changes.get(i), commits.get(i)))
                  .toList();
          return new BlameIgnore(snapshot, request.settings())
              .adding(ignored, messages.ofIgnored(ignored.size()));
        });
  }

  private static Entry entry(RuleChange change, CommitId commit) {
    return new Entry(CommitMessages.subject(change), commit);
  }

  private static CommitId base(ProposalRequest request) {
    return request.plan().baseCommit().orElseThrow();
  }

  private static Proposal withText(ProposalRequest request, Found branch) {
    List<RuleCommit> commits = ruleCommits(request.fixes(), branch.commits());
    PullRequestText text = new PullRequestText(request, branch.branch(), commits);
    Path file = textFile(request.folder(), request.part());
    WholeFile.write(file, "# " + text.title() + "\n\n" + text.body());
    return new Proposal(
        branch.branch(),
        base(request),
        branch.head(),
        commits,
        text.title(),
        text.body(),
        file.toString());
  }

  private static List<RuleCommit> ruleCommits(FixSet fixes, List<CommitId> commits) {
    return IntStream.range(0, commits.size())
        .mapToObj(
            i -> {
              RuleChange change = fixes.changes().get(i);
              return new RuleCommit(change.rule(), commits.get(i), change.fixes().size());
            })
        .toList();
  }

  /** Rules in their order, and what each makes of which file, on top of which commit. */
  private static String nameOf(CommitId base, FixSet fixes) {
    String all =
        fixes.changes().stream()
            .map(
                change ->
                    change.rule()
                        + change.files().stream()
                            .map(edit -> "\0" + edit.path() + "\0" + edit.after())
                            .collect(Collectors.joining()))
            .collect(Collectors.joining("\n", base + "\n", "\n"));
    return ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).value();
  }
}
