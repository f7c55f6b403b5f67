package io.kirolinter.cli.output;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.StoredArtifact;
import java.util.List;
import java.util.Optional;

/**
 * A run and what its steps produced.
 *
 * @param lease who works on it at this moment
 */
public record RunReport(Run run, List<StoredArtifact> artifacts, Optional<Lease> lease) {

  public RunReport {
    requireNonNull(run, "run");
    requireNonNull(lease, "lease");
    artifacts = List.copyOf(artifacts);
  }

  public static RunReport of(Run run, RunJournal journal) {
    Optional<Lease> lease =
        run.state().status().isFinal() ? Optional.empty() : journal.holder(run.id());
    return new RunReport(run, journal.artifacts(run.id()), lease);
  }

  public Optional<RiskRanking> risks() {
    return find(ArtifactType.RISK_RANKING);
  }

  public Optional<Review> review() {
    return find(ArtifactType.REVIEW);
  }

  public Optional<FixSet> fixes() {
    return find(ArtifactType.FIX_SET);
  }

  public Optional<Proposal> proposal() {
    return find(ArtifactType.PROPOSAL);
  }

  private <T extends Artifact> Optional<T> find(ArtifactType<T> type) {
    return artifacts.stream()
        .filter(artifact -> artifact.type().equals(type.name()))
        .findFirst()
        .map(artifact -> Json.read(artifact.json(), type.type()));
  }
}
