package io.kirolinter.agents.review;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which files come first: those of the risk ranking, in its order; then the others, by path. */
final class FileUrgency {

  private final Map<SourcePath, Integer> ranks;

  private FileUrgency(Map<SourcePath, Integer> ranks) {
    this.ranks = ranks;
  }

  static FileUrgency of(StepContext context) {
    Map<SourcePath, Integer> ranks = new HashMap<>();
    context
        .artifact(ArtifactType.RISK_RANKING)
        .map(RiskRanking::files)
        .orElse(List.of())
        .forEach(file -> ranks.put(file.path(), ranks.size()));
    return new FileUrgency(ranks);
  }

  List<SnapshotFile> sorted(List<SnapshotFile> files) {
    return files.stream()
        .sorted(
            Comparator.comparingInt((SnapshotFile file) -> rankOf(file.path()))
                .thenComparing(SnapshotFile::path))
        .toList();
  }

  int rankOf(SourcePath path) {
    return ranks.getOrDefault(path, Integer.MAX_VALUE);
  }
}
