package io.kirolinter.core.artifact;

import io.kirolinter.core.source.SourcePath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where trouble is likely, the riskiest file first.
 *
 * @param files those with the highest scores, and those with the highest risk per line
 * @param commitsRead how many commits of history it rests on
 */
public record RiskRanking(List<RiskyFile> files, int commitsRead) implements Artifact {

  /**
   * A file and why it is where it is in the ranking.
   *
   * @param score for comparing files of one ranking only; 0 or more, not a probability
   * @param probability the chance that a fault is fixed in it in the next half-year; empty if
   *     nobody says
   * @param lines how long it is; 0 if nobody says
   * @param riskPerLine for comparing files of one ranking only: what a person who reads it meets,
   *     measured by the reading; 0 or more
   * @param reasons the two that weigh most, the larger first
   * @param action what a person can do about it
   */
  public record RiskyFile(
      SourcePath path,
      double score,
      OptionalDouble probability,
      int lines,
      double riskPerLine,
      List<String> reasons,
      String action) {

    public RiskyFile {
      reasons = List.copyOf(reasons);
      if (!(score >= 0 && riskPerLine >= 0)) {
        throw new IllegalArgumentException(
            "score must be >= 0, was " + score + ", per line " + riskPerLine);
      }
      double chance = probability.orElse(0);
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("probability must be 0 to 1, was " + chance);
      }
    }

    /** A file of a ranking that is no forecast. */
    public RiskyFile(SourcePath path, double score, List<String> reasons, String action) {
      this(path, score, OptionalDouble.empty(), 0, 0, reasons, action);
    }
  }

  public RiskRanking {
    files = List.copyOf(files);
  }

  /** {@return the file with the highest score, if there is any} */
  public Optional<RiskyFile> riskiest() {
    return files.stream().findFirst();
  }

  /** {@return the same files, those with the highest risk per line first} */
  public RiskRanking byLine() {
    return new RiskRanking(
        files.stream()
            .sorted(
                Comparator.comparingDouble(RiskyFile::riskPerLine)
                    .reversed()
                    .thenComparing(RiskyFile::path))
            .toList(),
        commitsRead);
  }
}
