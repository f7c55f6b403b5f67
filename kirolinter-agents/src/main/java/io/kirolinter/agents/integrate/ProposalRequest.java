package io.kirolinter.agents.integrate;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.settings.ProposalSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a proposal is made of.
 *
 * @param plan with a base commit
 * @param fixes with at least one fix
 * @param review what was found before, for the text, where it is known
 * @param ranking which files are at risk, for the text, where it is known
 * @param folder where the text is written
 * @param part what distinguishes this proposal from others of the run; empty if there are none
 * @param settings how the branch is written
 */
public record ProposalRequest(
    RunId run,
    RunPlan plan,
    FixSet fixes,
    Optional<Review> review,
    Optional<RiskRanking> ranking,
    Path folder,
    String part,
    ProposalSettings settings) {

  public ProposalRequest {
    requireNonNull(run, "run");
    requireNonNull(review, "review");
    requireNonNull(ranking, "ranking");
    requireNonNull(folder, "folder");
    requireNonNull(part, "part");
    requireNonNull(settings, "settings");
    if (plan.baseCommit().isEmpty()) {
      throw new IllegalArgumentException("a proposal starts from a commit");
    }
    if (fixes.applied() == 0) {
      throw new IllegalArgumentException("a proposal has at least one fix");
    }
  }

  /** {@return a request of a run that knows nothing but its fixes} */
  public static ProposalRequest of(RunId run, RunPlan plan, FixSet fixes, Path folder) {
    return new ProposalRequest(
        run, plan, fixes, Optional.empty(), Optional.empty(), folder, "", ProposalSettings.none());
  }

  public ProposalRequest withReview(Optional<Review> found) {
    return new ProposalRequest(run, plan, fixes, found, ranking, folder, part, settings);
  }

  public ProposalRequest withRanking(Optional<RiskRanking> known) {
    return new ProposalRequest(run, plan, fixes, review, known, folder, part, settings);
  }

  public ProposalRequest withSettings(ProposalSettings wanted) {
    return new ProposalRequest(run, plan, fixes, review, ranking, folder, part, wanted);
  }

  /**
   * {@return a request for some of the fixes}
   *
   * @param name what distinguishes the proposal from others of the run, such as {@code core-2}
   */
  public ProposalRequest withPart(String name, FixSet some) {
    return new ProposalRequest(run, plan, some, review, ranking, folder, name, settings);
  }
}
