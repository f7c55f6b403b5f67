package io.kirolinter.core.store.redis;

import java.time.Instant;

/** Instants as text of one length that sorts, byte by byte, in the order of time. */
final class TimeText {

  /** How long each text is. */
  static final int LENGTH = 24;

  /** What a sorted set can score without rounding, in microseconds: from 1684 to 2255. */
  private static final long WIDEST = 9_000_000_000_000_000L;

  private TimeText() {}

  static String of(Instant instant) {
    return "%016x%08x".formatted(instant.getEpochSecond() ^ Long.MIN_VALUE, instant.getNano());
  }

  /** {@return microseconds since 1970, as near as a score can be} */
  static long score(Instant instant) {
    long seconds = Math.max(-WIDEST, Math.min(WIDEST, instant.getEpochSecond()));
    return Math.max(
        -WIDEST, Math.min(WIDEST, saturated(seconds) + Math.floorDiv(instant.getNano(), 1_000)));
  }

  private static long saturated(long seconds) {
    long most = WIDEST / 1_000_000;
    return Math.max(-most, Math.min(most, seconds)) * 1_000_000;
  }
}
