package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import java.util.Collection;
import java.util.List;

/**
 * How a run came out.
 *
 * @param useful whether it did what the lineage is after
 * @param findingsRemoved findings that it removed, each verified by every gate
 */
public record Outcome(boolean useful, int findingsRemoved, RunStatus status) {

  public Outcome {
    requireNonNull(status, "status");
    if (findingsRemoved < 0) {
      throw new IllegalArgumentException("findingsRemoved must be >= 0, was " + findingsRemoved);
    }
  }

  /**
   * {@return the outcome of a run that has ended}
   *
   * <p>A run is useful if it neither failed nor was cancelled, and left at least one verified fix
   * or found nothing to fix. It does not count how many steps a run has or how many of them ended
   * well, so a version wins nothing by having fewer; one that does not fix is never useful.
   */
  public static Outcome of(Run run, Collection<StoredArtifact> artifacts) {
    RunStatus status = run.state().status();
    boolean stands = status == RunStatus.SUCCEEDED || status == RunStatus.PARTIALLY_SUCCEEDED;
    List<FixSet> fixes =
        artifacts.stream()
            .filter(stored -> stored.type().equals(ArtifactType.FIX_SET.name()))
            .map(stored -> Json.read(stored.json(), FixSet.class))
            .toList();
    int removed = stands ? fixes.stream().mapToInt(FixSet::applied).sum() : 0;
    boolean useful = stands && (removed > 0 || foundNothingToFix(run, fixes));
    return new Outcome(useful, removed, status);
  }

  private static boolean foundNothingToFix(Run run, List<FixSet> fixes) {
    return run.plan().steps().stream().anyMatch(step -> step.name().equals("fix"))
        && fixes.stream().allMatch(set -> set.dropped().isEmpty() && set.waiting() == 0);
  }
}
