package io.kirolinter.agents.integrate;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.forge.ForgeLink;
import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.git.BranchWriter;
import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.RecentAuthors;
import io.kirolinter.agents.integrate.RunProposals.MadeAgain;
import io.kirolinter.agents.integrate.RunProposals.Written;
import io.kirolinter.agents.integrate.publish.Candidate;
import io.kirolinter.agents.integrate.publish.Candidate.Fixed;
import io.kirolinter.agents.integrate.publish.Extras;
import io.kirolinter.agents.integrate.publish.Extras.Evidence;
import io.kirolinter.agents.integrate.publish.PublishLog;
import io.kirolinter.agents.integrate.publish.Published;
import io.kirolinter.agents.integrate.publish.Publisher;
import io.kirolinter.agents.notify.people.CodeOwners;
import io.kirolinter.agents.review.ReviewNames;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.forge.Reviewers;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the branch of a run to the forge, and those of earlier runs that did not get there. */
final class Publishing {

  private static final Duration RECENT = Duration.ofDays(90);
  private static final int MOST_OWNERS = 5;
  private static final int MOST_AUTHORS = 2;

  private final StepContext context;
  private final CommitId base;
  private final ProposalSettings settings;
  private final PublishLog log;

  Publishing(StepContext context, Settings ofUser) {
    this.context = context;
    base = context.plan().baseCommit().orElseThrow();
    settings = settings(context, ofUser);
    log = new PublishLog(context.memory(), context.repository().id(), context.clock());
  }

  static ProposalSettings settings(StepContext context, Settings ofUser) {
    return SettingsReader.knowing(ReviewNames.vocabulary())
        .ofRepository(context.snapshot())
        .over(ofUser)
        .proposals();
  }

  /**
   * What came of it.
   *
   * @param proposal that of the run, or else one of an earlier run that is on the forge now
   */
  record Outcome(Optional<Proposal> proposal, List<String> notes, Optional<String> problem) {

    Outcome {
      requireNonNull(proposal, "proposal");
      notes = List.copyOf(notes);
    }
  }

  /**
   * Publishes what a run has made, if it has, and what it has made again, after what waits from
   * earlier ones.
   */
  Outcome publish(Forges forges, Publication how, Written written) {
    List<Proposal> own = written.proposal().map(Proposal::all).orElse(List.of());
    List<Proposal> now =
        Stream.concat(written.again().stream().map(MadeAgain::proposal), own.stream()).toList();
    List<Proposal> all = Stream.concat(waiting(now).stream(), now.stream()).toList();
    ForgeLink link;
    try {
      link = forges.link(context.repository());
    } catch (InvalidRequestException e) {
      return new Outcome(
          written.proposal(), List.of(), Optional.of(String.valueOf(e.getMessage())));
    }
    Published published =
        new Publisher(link, setting(how, now))
            .publish(all.stream().map(this::candidate).toList(), found(context), base);
    List<String> notes = new ArrayList<>(published.notes());
    written.again().stream()
        .filter(one -> published.pushed().contains(one.proposal().branch()))
        .forEach(one -> moved(one).ifPresent(notes::add));
    return new Outcome(shown(own, all, published.urls()), notes, published.problem());
  }

  /** {@return the proposal of the run, or else one of an earlier run that is on the forge now} */
  private static Optional<Proposal> shown(
      List<Proposal> own, List<Proposal> all, Map<String, String> urls) {
    if (own.isEmpty()) {
      return all.stream()
          .flatMap(one -> Stream.ofNullable(urls.get(one.branch())).map(one::at))
          .findFirst();
    }
    List<Proposal> seen =
        own.stream()
            .map(one -> Optional.ofNullable(urls.get(one.branch())).map(one::at).orElse(one))
            .toList();
    return Optional.of(seen.get(0).beside(seen.subList(1, seen.size())));
  }

  /** The branch here follows the one on the forge only when that one has changed. */
  private Optional<String> moved(MadeAgain one) {
    try {
      BranchWriter.of(context.repository())
          .move(one.proposal().branch(), one.before(), one.proposal().head());
      return Optional.empty();
    } catch (WorkFailedException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** Takes back what is on the forge for a proposal. */
  void withdraw(Forges forges, Proposal proposal) {
    new Publisher(forges.link(context.repository()), setting(Publication.DRAFT, List.of(proposal)))
        .withdraw(proposal.branch(), proposal.base());
  }

  private List<Proposal> waiting(List<Proposal> now) {
    List<String> wanted =
        log.wanted().stream()
            .filter(branch -> now.stream().noneMatch(one -> one.branch().equals(branch)))
            .filter(branch -> !log.isOpened(branch))
            .sorted()
            .toList();
    return wanted.isEmpty()
        ? List.of()
        : new EarlierProposals(context.repository(), base, context.folder()).of(wanted);
  }

  private Publisher.Setting setting(Publication how, List<Proposal> now) {
    Repository repository = context.repository();
    return new Publisher.Setting(
        repository,
        Proposals.FOLDER,
        Proposals::isOwn,
        how,
        settings,
        log,
        new Extras(settings, this::reviewers, evidence(now)),
        context.clock());
  }

  private Evidence evidence(List<Proposal> now) {
    Optional<FixSet> fixes = context.artifact(ArtifactType.FIX_SET);
    String sentence =
        fixes
            .map(
                set ->
                    "%d fixes passed: %s"
                        .formatted(
                            set.applied(),
                            set.gates().stream()
                                .map(FixSet.GateResult::gate)
                                .collect(Collectors.joining(", "))))
            .orElse("");
    return new Evidence(now.stream().map(Proposal::branch).toList(), sentence, this::sarif);
  }

  private String sarif() {
    return review().map(found -> ReviewSarif.of(found, context.repository().id(), base)).orElse("");
  }

  private Candidate candidate(Proposal proposal) {
    Set<SourcePath> paths =
        Branches.of(context.repository()).difference(proposal.base(), proposal.head()).keySet();
    List<Fixed> fixed =
        Branches.of(context.repository()).commits(proposal.base(), proposal.head()).stream()
            .flatMap(
                commit ->
                    CommitMessages.rule(commit.message()).stream()
                        .flatMap(
                            rule ->
                                CommitMessages.fingerprints(commit.message())
                                    .map(print -> new Fixed(rule, print))))
            .toList();
    return new Candidate(
        proposal.branch(),
        proposal.base(),
        proposal.head(),
        proposal.title(),
        proposal.body(),
        fixed,
        List.copyOf(paths),
        labels(fixed));
  }

  private List<String> labels(List<Fixed> fixed) {
    Map<Fingerprint, Finding> known =
        review().stream()
            .flatMap(review -> review.findings().stream())
            .collect(Collectors.toMap(Finding::fingerprint, one -> one, (one, other) -> one));
    Set<String> labels = new LinkedHashSet<>(settings.wantedLabels());
    fixed.stream()
        .flatMap(fix -> Stream.ofNullable(known.get(fix.fingerprint())))
        .map(finding -> finding.category().label())
        .sorted()
        .forEach(labels::add);
    return settings.wantedLabels().isEmpty() ? List.of() : List.copyOf(labels);
  }

  /** All findings, where the run has looked at all there is to find. */
  static Optional<Set<Fingerprint>> found(StepContext context) {
    Scope scope = context.plan().scope();
    boolean whole =
        scope.categories().isEmpty()
            && scope.rules().isEmpty()
            && scope.paths().isEmpty()
            && scope.fixes() == Scope.FixFilter.ANY
            && context.plan().options().changedSince().isEmpty();
    return context
        .artifact(ArtifactType.REVIEW)
        .filter(review -> whole && review.problems().isEmpty())
        .map(
            review ->
                review.findings().stream().map(Finding::fingerprint).collect(Collectors.toSet()));
  }

  private Optional<Review> review() {
    return context.artifact(ArtifactType.REVIEW);
  }

  private Reviewers reviewers(List<SourcePath> paths) {
    CodeOwners owners = CodeOwners.in(context.snapshot());
    List<String> named =
        paths.stream().map(owners::of).flatMap(Collection::stream).distinct().toList();
    RecentAuthors authors =
        RecentAuthors.of(
            context.repository(),
            base,
            context.clock().instant().minus(RECENT),
            context.cancellation());
    List<String> addresses =
        paths.stream()
            .flatMap(path -> authors.of(path.value()).stream())
            .map(RecentAuthors.Author::address)
            .distinct()
            .toList();
    return new Reviewers(
        named.stream().limit(MOST_OWNERS).toList(),
        addresses.stream().limit(MOST_AUTHORS).toList());
  }
}
