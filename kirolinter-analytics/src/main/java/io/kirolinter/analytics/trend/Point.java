package io.kirolinter.analytics.trend;

import java.time.Instant;

/** A value at a time. */
public record Point(Instant at, double value) {

  public Point {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite, was " + value);
    }
  }
}
