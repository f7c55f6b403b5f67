package io.kirolinter.core.testing;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set. Safe for use by many threads. */
final class StandingClock implements InstantSource {

  private volatile Instant now;

  StandingClock(Instant start) {
    now = start;
  }

  void set(Instant wanted) {
    now = wanted;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
