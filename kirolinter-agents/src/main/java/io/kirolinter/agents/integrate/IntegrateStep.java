package io.kirolinter.agents.integrate;

import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.outcome.FixTraces;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Step {@code integrate}: turns the fixes into commits on the branch {@code kirolinter/<run>}, one
 * per rule, and writes {@code pull-request.md} into the folder of the run. The checkout is not
 * touched.
 *
 * <p>It is optional: where it fails for good, the run goes on and has partially succeeded; a branch
 * that it wrote stays. A second attempt finds what the first one wrote. Where an earlier run has
 * proposed the same fixes on the same commit, its branch is pointed to and no other one made.
 *
 * <p>Where a run asks for it, the branch is proposed on the forge of the repository, and so are
 * those of earlier runs that did not get there. Whatever goes wrong there, the branch stays.
 *
 * <p>Taking it back closes the pull request, if it is still open, and deletes the branch, if it is
 * still as it was written, and the text; else it fails and leaves both.
 */
public final class IntegrateStep implements Step {

  private static final StepDescription DESCRIPTION =
      StepDescription.of(
              "integrate", "Turns the fixes into commits on a branch, with a pull request's text.")
          .requiring(ArtifactType.FIX_SET)
          .using(ArtifactType.REVIEW, ArtifactType.RISK_RANKING)
          .producing(ArtifactType.PROPOSAL)
          .changingFiles()
          .optional();

  private final Forges forges;
  private final Settings ofUser;

  /** A step that leaves its branch on this machine. */
  public IntegrateStep() {
    this(Forges.none(), Settings.none());
  }

  /**
   * A step that proposes its branch on a forge where a run asks for it.
   *
   * @param ofUser what counts where a repository has settled nothing
   */
  public IntegrateStep(Forges forges, Settings ofUser) {
    this.forges = forges;
    this.ofUser = ofUser;
  }

  /** {@return the forges that branches are proposed on} */
  public Forges forges() {
    return forges;
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    Optional<String> obstacle = obstacle(context);
    if (obstacle.isPresent()) {
      return StepResult.nothingToDo(obstacle.get());
    }
    Local local = local(context);
    Optional<Publication> publication = context.plan().options().publication();
    return publication.isPresent() ? published(context, local, publication.get()) : local.result();
  }

  /** What there is to tell before any forge is asked. */
  private record Local(Optional<Proposal> proposal, String summary) {

    StepResult result() {
      return proposal
          .<StepResult>map(one -> StepResult.done(one, summary))
          .orElseGet(() -> StepResult.nothingToDo(summary));
    }
  }

  private static Local local(StepContext context) {
    Optional<String> idle = idle(context);
    if (idle.isPresent()) {
      return new Local(Optional.empty(), idle.get());
    }
    ProposalRequest request = request(context);
    ProposalWriter writer = ProposalWriter.of(context.repository(), context.snapshot());
    Optional<String> waiting = writer.obstacle(request);
    if (waiting.isPresent()) {
      return new Local(Optional.empty(), waiting.get());
    }
    Proposal proposal = writer.write(request);
    if (Proposals.isOwn(context.runId(), proposal)) {
      FixTraces.proposed(context, request.fixes(), proposal);
    }
    return new Local(Optional.of(proposal), summary(context, proposal));
  }

  /** Whatever the forge says, the branch stays. */
  private StepResult published(StepContext context, Local local, Publication how) {
    Publishing.Outcome outcome =
        new Publishing(context, ofUser).publish(forges, how, local.proposal());
    String summary =
        Stream.concat(
                Stream.of(local.summary()),
                Stream.concat(
                    outcome.proposal().flatMap(Proposal::pullRequest).stream(),
                    outcome.notes().stream()))
            .collect(Collectors.joining("; "));
    if (outcome.problem().isPresent()) {
      String problem = outcome.problem().get();
      return outcome
          .proposal()
          .<StepResult>map(one -> StepResult.incomplete(one, summary, problem))
          .orElseGet(() -> StepResult.refused(summary + "; " + problem));
    }
    return outcome
        .proposal()
        .<StepResult>map(one -> StepResult.done(one, summary))
        .orElseGet(() -> StepResult.nothingToDo(summary));
  }

  private static Optional<String> idle(StepContext context) {
    boolean none = context.artifact(ArtifactType.FIX_SET).map(FixSet::applied).orElse(0) == 0;
    return none ? Optional.of("there is no fix to commit") : Optional.empty();
  }

  private static ProposalRequest request(StepContext context) {
    return ProposalRequest.of(
            context.runId(),
            context.plan(),
            context.required(ArtifactType.FIX_SET),
            context.folder())
        .withReview(context.artifact(ArtifactType.REVIEW))
        .withRanking(context.artifact(ArtifactType.RISK_RANKING));
  }

  @Override
  public StepPreview preview(StepContext context) {
    return obstacle(context)
        .or(() -> idle(context))
        .or(
            () ->
                ProposalWriter.of(context.repository(), context.snapshot())
                    .obstacle(request(context)))
        .map(why -> StepPreview.of("nothing: " + why))
        .orElseGet(
            () -> ProposalPreview.of(context.runId(), context.required(ArtifactType.FIX_SET)));
  }

  @Override
  public void undo(StepContext context) {
    if (context.plan().baseCommit().isEmpty()) {
      return;
    }
    Optional<Proposal> proposal = context.artifact(ArtifactType.PROPOSAL);
    if (proposal.isEmpty()) {
      Proposals.withdraw(context.repository(), context.runId(), context.plan().baseCommit().get());
    } else if (Proposals.isOwn(context.runId(), proposal.get())) {
      if (proposal.get().pullRequest().isPresent()) {
        new Publishing(context, ofUser).withdraw(forges, proposal.get());
      }
      Proposals.withdraw(context.repository(), proposal.get());
    }
    FixTraces.withdrawn(context);
    deleteText(ProposalWriter.textFile(context.folder()));
  }

  private static Optional<String> obstacle(StepContext context) {
    if (context.repository().kind() == RepositoryKind.PLAIN_FOLDER) {
      return Optional.of("the folder is in no git repository, so there is nowhere to commit to");
    }
    if (context.plan().baseCommit().isEmpty()) {
      return Optional.of("the repository has no commits yet, so there is none to start from");
    }
    ApplyTarget target = context.plan().options().apply();
    if (target != ApplyTarget.BRANCH) {
      return Optional.of(
          target == ApplyTarget.NONE
              ? "a dry run writes no branch"
              : "the fixes went to the checkout, as the run was told");
    }
    return Optional.empty();
  }

  private static String summary(StepContext context, Proposal proposal) {
    String what =
        "%s in %s"
            .formatted(
                Counted.of(
                    proposal.commits().stream().mapToInt(Proposal.RuleCommit::fixes).sum(),
                    "fix",
                    "fixes"),
                Counted.of(proposal.commits().size(), "commit", "commits"));
    return Proposals.isOwn(context.runId(), proposal)
        ? what + " on branch " + proposal.branch()
        : what + " were there already, on branch " + proposal.branch() + "; no other was made";
  }

  private static void deleteText(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("delete", "file", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .remedy("Delete it yourself."),
          e);
    }
  }
}
