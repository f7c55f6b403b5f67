package io.kirolinter.core.store.embedded;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Instants as one whole number, so that the database can compare them. It reaches from 1677 to
 * 2262; what lies outside becomes the nearest end.
 */
final class EpochNanos {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Instant FIRST = toInstant(Long.MIN_VALUE);
  private static final Instant LAST = toInstant(Long.MAX_VALUE);

  private EpochNanos() {}

  static long of(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return Long.MIN_VALUE;
    }
    if (instant.isAfter(LAST)) {
      return Long.MAX_VALUE;
    }
    // The sum wraps around and back again for the first second of the range.
    return instant.getEpochSecond() * SECOND + instant.getNano();
  }

  static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }
}
