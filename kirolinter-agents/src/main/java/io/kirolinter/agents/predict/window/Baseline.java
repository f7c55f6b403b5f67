package io.kirolinter.agents.predict.window;

import io.kirolinter.agents.predict.history.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Simple orders of files that a model has to beat. */
public enum Baseline {
  /** Long files first. */
  SIZE("size"),
  /** Short files first: the order that meets most files for the reading. */
  SMALL_FIRST("small first"),
  CHURN_90D("churn 90 d"),
  CHURN_365D("churn 365 d"),
  /** Fixes, the newer the more: Google's. */
  BUGSPOTS("bugspots"),
  PAST_FIXES("past fixes");

  private final String label;

  Baseline(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * {@return how a file scores}
   *
   * @param changes of the file
   * @param begin when the first file of the repository was changed
   */
  double score(int lines, List<Change> changes, Instant begin, Instant now) {
    return switch (this) {
      case SIZE -> lines;
      case SMALL_FIRST -> -lines;
      case CHURN_90D -> churn(changes, now, Duration.ofDays(90));
      case CHURN_365D -> churn(changes, now, Duration.ofDays(365));
      case BUGSPOTS -> bugspots(changes, begin.getEpochSecond(), now.getEpochSecond());
      case PAST_FIXES -> changes.stream().filter(Change::isFix).count();
    };
  }

  /** {@return the score for each line, except where the order is one of lines already} */
  public double perLine(double score, long lines) {
    return this == SIZE || this == SMALL_FIRST ? score : score / lines;
  }

  private static double churn(List<Change> changes, Instant now, Duration time) {
    long oldest = now.minus(time).getEpochSecond();
    return changes.stream()
        .filter(change -> change.second() > oldest)
        .mapToDouble(Change::lines)
        .sum();
  }

  private static double bugspots(List<Change> changes, long begin, long now) {
    return changes.stream()
        .filter(Change::isFix)
        .mapToDouble(fix -> (fix.second() - begin) / (double) Math.max(1, now - begin))
        .map(time -> 1 / (1 + Math.exp(-12 * time + 12)))
        .sum();
  }
}
