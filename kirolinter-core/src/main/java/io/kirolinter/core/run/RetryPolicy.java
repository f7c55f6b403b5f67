package io.kirolinter.core.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a failed step is tried again, and how long to wait in between.
 *
 * @param maxAttempts attempts in all, the first included; 1 or more
 * @param firstDelay the wait before the second attempt; it doubles with every further one
 * @param maxDelay no wait is longer
 */
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay) {

  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be >= 1, was " + maxAttempts);
    }
    if (firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "delays must have 0 <= firstDelay <= maxDelay, was %s and %s"
              .formatted(firstDelay, maxDelay));
    }
  }

  /** {@return three attempts, with waits of about 0.2 and 0.4 seconds} */
  public static RetryPolicy standard() {
    return new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(10));
  }

  public static RetryPolicy never() {
    return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
  }

  /**
   * {@return the wait after a failed attempt: half of it fixed, half drawn, so that processes which
   * failed together do not try again together}
   *
   * @param failedAttempts how many attempts have failed so far, 1 or more
   */
  public Duration delayAfter(int failedAttempts, RandomGenerator random) {
    if (failedAttempts < 1) {
      throw new IllegalArgumentException("failedAttempts must be >= 1, was " + failedAttempts);
    }
    double doubled = (double) firstDelay.toMillis() * Math.pow(2, failedAttempts - 1.0);
    long millis = (long) Math.min(doubled, (double) maxDelay.toMillis());
    return Duration.ofMillis(millis / 2 + Math.round(millis / 2.0 * random.nextDouble()));
  }
}
