package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import java.util.Collection;

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
   * <p>A run is useful if it neither failed nor was cancelled nor only told what it would do, and
   * left at least one verified fix. It does not count how many steps a run has or how many of them
   * ended well, nor that nothing was left to do: so a version wins nothing by having fewer steps,
   * or by looking at less.
   */
  public static Outcome of(Run run, Collection<StoredArtifact> artifacts) {
    RunStatus status = run.state().status();
    boolean stands =
        run.plan().options().apply() != ApplyTarget.NONE
            && (status == RunStatus.SUCCEEDED || status == RunStatus.PARTIALLY_SUCCEEDED);
    int removed = stands ? fixes(artifacts) : 0;
    return new Outcome(removed > 0, removed, status);
  }

  private static int fixes(Collection<StoredArtifact> artifacts) {
    return artifacts.stream()
        .filter(stored -> stored.type().equals(ArtifactType.FIX_SET.name()))
        .mapToInt(stored -> Json.read(stored.json(), FixSet.class).applied())
        .sum();
  }
}
