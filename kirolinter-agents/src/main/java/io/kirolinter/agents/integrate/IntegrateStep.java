package io.kirolinter.agents.integrate;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * <p>Taking it back deletes the branch, if it is still as it was written, and the text; else it
 * fails and leaves both.
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
    ProposalRequest request = request(context);
    ProposalWriter writer = ProposalWriter.of(context.repository(), context.snapshot());
    Optional<String> waiting = writer.obstacle(request);
    if (waiting.isPresent()) {
      return StepResult.nothingToDo(waiting.get());
    }
    Proposal proposal = writer.write(request);
    return StepResult.done(proposal, summary(context, proposal));
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
      Proposals.withdraw(context.repository(), proposal.get());
    }
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
    boolean none = context.artifact(ArtifactType.FIX_SET).map(FixSet::applied).orElse(0) == 0;
    return none ? Optional.of("there is no fix to commit") : Optional.empty();
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
