package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files come first: those of the risk ranking, in its order, unless the run goes by path;
 * then the others, by path. Where the scope wants changed files first, files whose content no
 * analyzer has seen yet come before all that.
 */
final class FileUrgency {

  private final RiskOrder risks;
  private final Set<SourcePath> changed;

  private FileUrgency(RiskOrder risks, Set<SourcePath> changed) {
    this.risks = risks;
    this.changed = changed;
  }

  static FileUrgency of(
      StepContext context, Collection<Analyzer> analyzers, List<SnapshotFile> files) {
    Set<SourcePath> changed = new HashSet<>();
    if (context.plan().scope().order() == FileOrder.CHANGED_FIRST) {
      analyzers.forEach(one -> changed.addAll(CachedAnalyzer.unseen(one, context.cache(), files)));
    }
    return new FileUrgency(RiskOrder.of(context), changed);
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
    int rank = risks.rankOf(path);
    return changed.contains(path) ? rank - 2 * RiskOrder.UNRANKED : rank;
  }
}
