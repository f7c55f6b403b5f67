package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.apply.TreeApply;
import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.integrate.ProposalRequest;
import io.kirolinter.agents.integrate.ProposalWriter;
import io.kirolinter.agents.integrate.Proposals;
import io.kirolinter.agents.outcome.FixTraces;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the fixes of a run go: to the checkout, to a branch, or on to a later step. */
record FixPlacement(StepContext context) {

  /** {@return where the fixes go from here; nowhere, if a later step takes them on to a branch} */
  ApplyTarget target() {
    ApplyTarget wanted = context.plan().options().apply();
    boolean isTakenOn = context.isAwaited(ArtifactType.FIX_SET) && wanted == ApplyTarget.BRANCH;
    return isTakenOn ? ApplyTarget.NONE : wanted;
  }

  /** {@return the same, as it is told beforehand} */
  String inWords() {
    return switch (target()) {
      case TREE -> "written to the checkout";
      case BRANCH -> "committed to a branch of their own, no checkout touched";
      case NONE ->
          context.plan().options().apply() == ApplyTarget.NONE
              ? "written nowhere, as it is a dry run"
              : "written nowhere yet: a later step takes them on";
    };
  }

  /**
   * Puts the fixes where they go.
   *
   * @param fixable how many findings had a fix
   */
  StepResult place(FixSet fixes, int fixable) {
    if (fixes.applied() == 0) {
      return done(fixes, fixable, "");
    }
    return switch (target()) {
      case TREE -> intoCheckout(fixes, fixable);
      case BRANCH -> done(fixes, fixable, onBranch(fixes));
      case NONE -> done(fixes, fixable, "");
    };
  }

  private StepResult done(FixSet fixes, int fixable, String where) {
    List<Finding> found = context.required(ArtifactType.REVIEW).findings();
    FixSet reported = FailureReport.write(fixes, found, context.folder());
    return StepResult.done(reported, FixSummary.of(reported, fixable, where));
  }

  private StepResult intoCheckout(FixSet fixes, int fixable) {
    TreeApply tree = TreeApply.to(context.repository(), context.folder());
    List<FixedFile> files = new ArrayList<>(FixedFile.of(context.snapshot(), fixes));
    Map<SourcePath, String> obstacles = tree.obstacles(files);
    files.removeIf(file -> obstacles.containsKey(file.path()));
    tree.write(files);
    FixSet written = FixSets.without(fixes, obstacles);
    FixTraces.written(context, written);
    return done(written, fixable, "are written to the checkout");
  }

  private String onBranch(FixSet fixes) {
    if (context.plan().baseCommit().isEmpty()) {
      return "are written nowhere, as there is no commit to start a branch from";
    }
    ProposalRequest request =
        ProposalRequest.of(context.runId(), context.plan(), fixes, context.folder())
            .withReview(context.artifact(ArtifactType.REVIEW))
            .withRanking(context.artifact(ArtifactType.RISK_RANKING));
    ProposalWriter writer = ProposalWriter.of(context.repository(), context.snapshot());
    return writer
        .obstacle(request)
        .orElseGet(() -> "are on branch " + traced(writer.write(request), fixes));
  }

  private String traced(Proposal proposal, FixSet fixes) {
    if (Proposals.isOwn(context.runId(), proposal)) {
      FixTraces.proposed(context, fixes, proposal);
    }
    return proposal.branch();
  }
}
