package io.kirolinter.analytics.workflow;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that is looked at.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record Window(Instant from, Instant until) {

  public Window {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "a window ends after it began, was %s to %s".formatted(from, until));
    }
  }

  /** {@return the time of this length that ends now} */
  public static Window last(Duration length, Instant now) {
    return new Window(now.minus(length), now);
  }

  /** {@return all time} */
  public static Window always() {
    return new Window(Instant.MIN, Instant.MAX);
  }
}
