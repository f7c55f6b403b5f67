package io.kirolinter.agents.predict.history;

import java.time.Instant;

/**
 * What one commit says of one file that it changes.
 *
 * @param second when, in seconds since 1970
 * @param author stands for who did it
 * @param mainFiles how many files of main code the commit changes, more than moved or deleted; 1 or
 *     more
 * @param isFix whether it fixes a fault
 * @param lines how many lines came and went in this file; 0 where nobody asked
 */
public record Change(long second, long author, int mainFiles, boolean isFix, int lines) {

  static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  /** Clocks of committers differ, and some are broken. */
  static long second(Instant at, Instant latest) {
    Instant known = at.isAfter(latest) ? latest : at;
    Instant notBefore = known.isBefore(FIRST) ? FIRST : known;
    return (notBefore.isAfter(LAST) ? LAST : notBefore).getEpochSecond();
  }
}
