package io.kirolinter.core.artifact;

import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;

/**
 * Where trouble is likely, the riskiest file first.
 *
 * @param commitsRead how many commits of history it rests on
 */
public record RiskRanking(List<RiskyFile> files, int commitsRead) implements Artifact {

  /**
   * A file and why it is where it is in the ranking.
   *
   * @param score for comparing files of one ranking only; 0 or more, not a probability
   * @param reasons the two that weigh most, the larger first
   * @param action what a person can do about it
   */
  public record RiskyFile(SourcePath path, double score, List<String> reasons, String action) {

    public RiskyFile {
      reasons = List.copyOf(reasons);
      if (!(score >= 0)) {
        throw new IllegalArgumentException("score must be >= 0, was " + score);
      }
    }
  }

  public RiskRanking {
    files = List.copyOf(files);
  }

  /** {@return the file with the highest score, if there is any} */
  public Optional<RiskyFile> riskiest() {
    return files.stream().findFirst();
  }
}
