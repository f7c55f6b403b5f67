package io.kirolinter.agents.predict.history;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * What is added up of a file's changes, each counting half after a time.
 *
 * <p>A sum is kept as it would be at one fixed moment: so a change is added in any order without
 * touching what is there, and no file is touched that a commit does not change.
 */
public enum Trend {
  /** Changes, less those of commits that change much: a sweep says little of a file. */
  CHANGES_5Y(5 * 365, Trend::weight),
  CHANGES_1Y(365, Trend::weight),
  CHANGES_90D(90, Trend::weight),
  /** Only those that are fixes. */
  FIXES_5Y(5 * 365, change -> change.isFix() ? weight(change) : 0),
  FIXES_1Y(365, change -> change.isFix() ? weight(change) : 0);

  /** Far enough from both ends of {@link Change#FIRST} to {@link Change#LAST} for a double. */
  private static final long FIXED = Instant.parse("2035-01-01T00:00:00Z").getEpochSecond();

  private final double halfLife;
  private final ToDoubleFunction<Change> weight;

  Trend(long days, ToDoubleFunction<Change> weight) {
    halfLife = Duration.ofDays(days).toSeconds();
    this.weight = weight;
  }

  private static double weight(Change change) {
    return 1 / Math.sqrt(change.mainFiles());
  }

  /** {@return what a change adds to the sum as it is at the fixed moment} */
  double added(Change change) {
    return weight.applyAsDouble(change) * Math.pow(2, (change.second() - FIXED) / halfLife);
  }

  /** {@return the sum at a moment} */
  double at(long second, double fixed) {
    return fixed * Math.pow(2, (FIXED - second) / halfLife);
  }
}
