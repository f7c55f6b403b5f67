package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What the predictions of a run mean for the order of its work: files of the ranking come first, in
 * its order. In a run that goes by path, they mean nothing.
 */
public final class RiskOrder {

  /** More than the longest ranking. */
  static final int UNRANKED = 1_000_000;

  /** The share of the code that a focused run looks at closely. */
  private static final double FOCUS = 0.2;

  private final Optional<RiskRanking> ranking;
  private final Map<SourcePath, Integer> ranks;

  private RiskOrder(Optional<RiskRanking> ranking) {
    this.ranking = ranking;
    ranks = ranksOf(ranking);
  }

  public static RiskOrder of(StepContext context) {
    boolean byPath = context.plan().scope().order() == FileOrder.BY_PATH;
    return new RiskOrder(byPath ? Optional.empty() : context.artifact(ArtifactType.RISK_RANKING));
  }

  /** {@return the place of a file: the lower, the riskier; the same for all that are not ranked} */
  public int rankOf(SourcePath path) {
    return ranks.getOrDefault(path, UNRANKED);
  }

  /** {@return the riskiest file, if anything is predicted and matters} */
  public Optional<RiskyFile> riskiest() {
    return ranking.flatMap(RiskRanking::riskiest);
  }

  /**
   * {@return where slow work is worth most: the files with the highest risk per line, up to a fifth
   * of all bytes; where nothing is predicted, the first ones by path}
   */
  Set<SourcePath> focus(List<SnapshotFile> files) {
    Map<SourcePath, Integer> places = ranksOf(ranking.map(RiskRanking::byLine));
    ToIntFunction<SnapshotFile> place = file -> places.getOrDefault(file.path(), UNRANKED);
    long left = (long) (FOCUS * files.stream().mapToLong(SnapshotFile::size).sum());
    Set<SourcePath> focus = new HashSet<>();
    for (SnapshotFile file : files.stream().sorted(byPlace(place)).toList()) {
      left -= file.size();
      if (left < 0) {
        break;
      }
      focus.add(file.path());
    }
    return focus;
  }

  private static Comparator<SnapshotFile> byPlace(ToIntFunction<SnapshotFile> place) {
    return Comparator.comparingInt(place).thenComparing(SnapshotFile::path);
  }

  private static Map<SourcePath, Integer> ranksOf(Optional<RiskRanking> ranking) {
    Map<SourcePath, Integer> ranks = new HashMap<>();
    ranking
        .map(RiskRanking::files)
        .orElse(List.of())
        .forEach(file -> ranks.putIfAbsent(file.path(), ranks.size()));
    return ranks;
  }
}
