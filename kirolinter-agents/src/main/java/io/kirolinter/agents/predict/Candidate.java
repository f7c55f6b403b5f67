package io.kirolinter.agents.predict;

import io.kirolinter.agents.predict.history.FileHistory;
import io.kirolinter.agents.predict.model.FileFacts;
import io.kirolinter.agents.predict.model.Signal;
import io.kirolinter.core.source.SourcePath;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A file, what is known of it, and what the model makes of that.
 *
 * @param risk at the level of the model
 * @param chance that it is fixed in the next half-year: the risk at the level of the repository
 * @param parts how much each signal of the model adds, compared with the average file
 */
record Candidate(
    FileFacts facts,
    LearnedFiles.Lesson lesson,
    double risk,
    double chance,
    Map<Signal, Double> parts) {

  /** How much it counts what earlier runs found: a judgement, and no part of the chance. */
  private static final double LEARNED = 0.4;

  /** The riskiest first; those of one score by path. */
  static final Comparator<Candidate> RISKIEST_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::path);

  SourcePath path() {
    return facts.path();
  }

  FileHistory history() {
    return facts.history();
  }

  /** {@return the risk, raised by what earlier runs found; for comparing only} */
  double score() {
    double odds = risk / (1 - risk) * Math.exp(learned());
    return odds / (1 + odds);
  }

  /** {@return the score for each line: what a person who reads the file meets for the reading} */
  double riskPerLine() {
    return score() / facts.content().lines();
  }

  /** {@return the signals, the one that adds most first} */
  List<Signal> signals() {
    Map<Signal, Double> all = new EnumMap<>(Signal.class);
    all.putAll(parts);
    all.put(Signal.LEARNED, learned());
    return all.entrySet().stream()
        .sorted(
            Map.Entry.<Signal, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private double learned() {
    return LEARNED * Math.log1p(lesson.weight());
  }
}
