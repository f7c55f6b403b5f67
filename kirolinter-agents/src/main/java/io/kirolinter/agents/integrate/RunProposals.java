package io.kirolinter.agents.integrate;

import io.kirolinter.agents.integrate.FixParts.Part;
import io.kirolinter.agents.integrate.StaleProposals.Stale;
import io.kirolinter.agents.outcome.FixTraces;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Proposal.RuleCommit;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what a run proposes: one branch, or where it is to be published and is larger than people
 * review at once, several; and the commits of proposals that could not be merged any more. For one
 * thread.
 */
final class RunProposals {

  private final StepContext context;
  private final ProposalSettings settings;
  private final ProposalRequest request;
  private final ProposalWriter writer;
  private final List<MadeAgain> again = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * A proposal of an earlier run, written anew; its branch still leads to what it was before.
   *
   * @param before the newest commit of its branch
   */
  record MadeAgain(Proposal proposal, CommitId before) {}

  /**
   * What there is to tell before any forge is asked.
   *
   * @param proposal of this run, or one of an earlier run that is the same
   * @param again of earlier runs
   */
  record Written(Optional<Proposal> proposal, List<MadeAgain> again, String summary) {

    Written {
      again = List.copyOf(again);
    }

    static Written nothing(String why) {
      return new Written(Optional.empty(), List.of(), why);
    }
  }

  RunProposals(StepContext context, ProposalSettings settings) {
    this.context = context;
    this.settings = settings;
    request =
        ProposalRequest.of(
                context.runId(),
                context.plan(),
                context.required(ArtifactType.FIX_SET),
                context.folder())
            .withReview(context.artifact(ArtifactType.REVIEW))
            .withRanking(context.artifact(ArtifactType.RISK_RANKING))
            .withSettings(settings);
    writer = ProposalWriter.of(context.repository(), context.snapshot());
  }

  /** {@return why there will be no branch of this run} */
  Optional<String> obstacle() {
    return writer.obstacle(request);
  }

  /** {@return the branches that there will be, as far as nothing has to be made again} */
  List<Part> parts() {
    return parts(request.fixes());
  }

  Written write() {
    FixSet own = withoutStale(request.fixes());
    if (own.applied() == 0) {
      return new Written(Optional.empty(), again, told("all fixes belong to earlier proposals"));
    }
    List<Part> parts = parts(own);
    List<Part> now = parts.subList(0, Math.min(parts.size(), settings.mostAtOnce()));
    List<Proposal> written = new ArrayList<>();
    for (Part part : now) {
      ProposalRequest some = request.withPart(part.name(), part.fixes());
      Optional<String> obstacle = writer.obstacle(some);
      obstacle.ifPresentOrElse(notes::add, () -> written.add(write(some)));
    }
    noteRest(parts.subList(now.size(), parts.size()));
    return written.isEmpty()
        ? new Written(Optional.empty(), again, told(""))
        : new Written(Optional.of(together(written)), again, told(summary(written)));
  }

  /** Its fixes are remembered, so that their fate can be seen. */
  private Proposal write(ProposalRequest some) {
    Proposal proposal = writer.write(some);
    if (Proposals.isOwn(context.runId(), proposal)) {
      FixTraces.proposed(context, some.fixes(), proposal);
    }
    return proposal;
  }

  private static Proposal together(List<Proposal> written) {
    return written.get(0).beside(written.subList(1, written.size()));
  }

  private List<Part> parts(FixSet fixes) {
    if (context.plan().options().publication().isEmpty()) {
      return List.of(new Part("", fixes));
    }
    FixedFiles files = new FixedFiles(context.snapshot());
    fixes.changes().forEach(change -> files.apply(change, "x"));
    return FixParts.of(
        fixes, settings.size(), new FileOwners(context.snapshot())::of, files::changedLines);
  }

  private void noteRest(List<Part> rest) {
    int fixes = rest.stream().mapToInt(part -> part.fixes().applied()).sum();
    if (fixes > 0) {
      notes.add(
          "%s more for a later run, as no more than %d proposals are open at once"
              .formatted(Counted.of(fixes, "fix", "fixes"), settings.mostAtOnce()));
    }
  }

  /** What waits on a branch that cannot be merged goes there, or waits on. */
  private FixSet withoutStale(FixSet fixes) {
    Set<SourcePath> taken = new HashSet<>();
    for (Stale stale : StaleProposals.of(context).all()) {
      Set<SourcePath> files = new HashSet<>(stale.filesIn(fixes));
      files.removeAll(taken);
      taken.addAll(files);
      if (!files.isEmpty()) {
        makeAgain(stale, FixParts.in(files::contains, fixes));
      }
    }
    return FixParts.in(path -> !taken.contains(path), fixes);
  }

  private void makeAgain(Stale stale, FixSet fixes) {
    String branch = stale.branch().name();
    Set<Fingerprint> found = Publishing.found(context).orElse(stale.fixed());
    if (stale.isWholeIn(request.fixes(), found)) {
      String part = branch.substring(branch.indexOf('/') + 1);
      again.add(
          new MadeAgain(
              writer.writeFor(branch, request.withPart(part, fixes)), stale.branch().head().id()));
    } else {
      notes.add(
          branch + " cannot be merged any more; it waits for a run that makes all its fixes again");
    }
  }

  private String summary(List<Proposal> written) {
    Proposal first = written.get(0);
    List<RuleCommit> commits =
        written.stream().flatMap(proposal -> proposal.commits().stream()).toList();
    String what =
        "%s in %s"
            .formatted(
                Counted.of(commits.stream().mapToInt(RuleCommit::fixes).sum(), "fix", "fixes"),
                Counted.of(commits.size(), "commit", "commits"));
    if (written.size() > 1) {
      return what
          + " on %d branches, as they are too many for one: ".formatted(written.size())
          + written.stream().map(Proposal::branch).collect(Collectors.joining(", "));
    }
    return Proposals.isOwn(context.runId(), first)
        ? what + " on branch " + first.branch()
        : what + " were there already, on branch " + first.branch() + "; no other was made";
  }

  private String told(String summary) {
    List<String> all = new ArrayList<>();
    if (!summary.isEmpty()) {
      all.add(summary);
    }
    all.addAll(notes);
    return String.join("; ", all);
  }
}
