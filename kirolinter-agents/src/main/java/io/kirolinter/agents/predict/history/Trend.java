package io.kirolinter.agents.predict.history;

import java.time.Duration;
import java.time.Instant;

/**
 * What is added up of a file's changes, each counting half after a time.
 *
 * <p>A sum is kept as it would be at one fixed moment: so a change is added in any order without
 * touching what is there, and no file is touched that a commit does not change.
 */
public enum Trend {
  /** Changes, less those of commits that change much: a sweep says little of a file. */
  CHANGES_5Y(5 * 365, Kind.ALL),
  CHANGES_1Y(365, Kind.ALL),
  CHANGES_90D(90, Kind.ALL),
  FIXES_5Y(5 * 365, Kind.FIXES),
  FIXES_1Y(365, Kind.FIXES);

  /** Which changes are added up. */
  private enum Kind {
    ALL,
    FIXES
  }

  /** Far enough from both ends of {@link Change#FIRST} to {@link Change#LAST} for a double. */
  private static final long FIXED = Instant.parse("2035-01-01T00:00:00Z").getEpochSecond();

  private final double halfLife;
  private final Kind kind;

  Trend(long days, Kind kind) {
    halfLife = Duration.ofDays(days).toSeconds();
    this.kind = kind;
  }

  private static double weight(Change change) {
    return 1 / Math.sqrt(change.mainFiles());
  }

  /** {@return what a change adds to the sum as it is at the fixed moment} */
  double added(Change change) {
    if (kind == Kind.FIXES && !change.isFix()) {
      return 0;
    }
    return weight(change) * Math.pow(2, (change.second() - FIXED) / halfLife);
  }

  /** {@return the sum at a moment} */
  double at(long second, double fixed) {
    return fixed * Math.pow(2, (FIXED - second) / halfLife);
  }
}
