package io.kirolinter.agents.integrate;

import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.integrate.RunProposals.Written;
import io.kirolinter.agents.outcome.FixTraces;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * those of earlier runs that did not get there. Whatever goes wrong there, the branch stays. Fixes
 * that are too many to be reviewed at once are shared out among several branches then, by owner;
 * and a proposal of an earlier run that cannot be merged any more is made again.
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
    Written written = written(context);
    Optional<Publication> publication = context.plan().options().publication();
    return publication.isPresent()
        ? published(context, written, publication.get())
        : result(written.proposal(), written.summary());
  }

  private static StepResult result(Optional<Proposal> proposal, String summary) {
    return proposal
        .<StepResult>map(one -> StepResult.done(one, summary))
        .orElseGet(() -> StepResult.nothingToDo(summary));
  }

  private Written written(StepContext context) {
    Optional<String> idle = idle(context);
    return idle.isPresent() ? Written.nothing(idle.get()) : proposals(context).write();
  }

  private RunProposals proposals(StepContext context) {
    return new RunProposals(context, Publishing.settings(context, ofUser));
  }

  /** Whatever the forge says, the branch stays. */
  private StepResult published(StepContext context, Written written, Publication how) {
    Publishing.Outcome outcome = new Publishing(context, ofUser).publish(forges, how, written);
    List<String> told = new ArrayList<>(List.of(written.summary()));
    outcome
        .proposal()
        .ifPresent(
            all ->
                all.all().stream().flatMap(one -> one.pullRequest().stream()).forEach(told::add));
    told.addAll(outcome.notes());
    String summary = String.join("; ", told);
    if (outcome.problem().isEmpty()) {
      return result(outcome.proposal(), summary);
    }
    String problem = outcome.problem().get();
    return outcome
        .proposal()
        .<StepResult>map(one -> StepResult.incomplete(one, summary, problem))
        .orElseGet(() -> StepResult.refused(summary + "; " + problem));
  }

  private static Optional<String> idle(StepContext context) {
    boolean none = context.artifact(ArtifactType.FIX_SET).map(FixSet::applied).orElse(0) == 0;
    return none ? Optional.of("there is no fix to commit") : Optional.empty();
  }

  @Override
  public StepPreview preview(StepContext context) {
    return obstacle(context)
        .or(() -> idle(context))
        .or(() -> proposals(context).obstacle())
        .map(why -> StepPreview.of("nothing: " + why))
        .orElseGet(() -> ProposalPreview.of(context.runId(), proposals(context).parts()));
  }

  @Override
  public void undo(StepContext context) {
    if (context.plan().baseCommit().isEmpty()) {
      return;
    }
    Optional<Proposal> proposal = context.artifact(ArtifactType.PROPOSAL);
    if (proposal.isEmpty()) {
      Proposals.withdraw(context.repository(), context.runId(), context.plan().baseCommit().get());
    } else {
      proposal.get().all().stream()
          .filter(one -> Proposals.isOwn(context.runId(), one))
          .forEach(one -> undo(context, one));
    }
    FixTraces.withdrawn(context);
    deleteText(ProposalWriter.textFile(context.folder()));
  }

  private void undo(StepContext context, Proposal proposal) {
    if (proposal.pullRequest().isPresent()) {
      new Publishing(context, ofUser).withdraw(forges, proposal);
    }
    Proposals.withdraw(context.repository(), proposal);
    deleteText(Path.of(proposal.textFile()));
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
