package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which files come first: those of the risk ranking, in its order; then the others, by path. Where
 * the scope wants changed files first, files whose content no analyzer has seen yet come before all
 * that.
 */
final class FileUrgency {

  /** More than the longest ranking. */
  private static final int UNRANKED = 1_000_000;

  private final Map<SourcePath, Integer> ranks;
  private final Set<SourcePath> changed;

  private FileUrgency(Map<SourcePath, Integer> ranks, Set<SourcePath> changed) {
    this.ranks = ranks;
    this.changed = changed;
  }

  static FileUrgency of(
      StepContext context, Collection<Analyzer> analyzers, List<SnapshotFile> files) {
    Map<SourcePath, Integer> ranks = new HashMap<>();
    context
        .artifact(ArtifactType.RISK_RANKING)
        .map(RiskRanking::files)
        .orElse(List.of())
        .forEach(file -> ranks.put(file.path(), ranks.size()));
    Set<SourcePath> changed = new HashSet<>();
    if (context.plan().scope().order() == FileOrder.CHANGED_FIRST) {
      analyzers.forEach(one -> changed.addAll(CachedAnalyzer.unseen(one, context.cache(), files)));
    }
    return new FileUrgency(ranks, changed);
  }

  List<SnapshotFile> sorted(List<SnapshotFile> files) {
    return files.stream()
        .sorted(
            Comparator.comparingInt((SnapshotFile file) -> rankOf(file.path()))
                .thenComparing(SnapshotFile::path))
        .toList();
  }

  /** {@return the place of a file: the lower, the more urgent} */
  int rankOf(SourcePath path) {
    int rank = ranks.getOrDefault(path, UNRANKED);
    return changed.contains(path) ? rank - 2 * UNRANKED : rank;
  }
}
