package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.RunStatus;
import java.time.Duration;

/**
 * What one run of a template in an isolated place came to.
 *
 * @param findingsRemoved verified; the useful work
 * @param status how the run ended; never cancelled, for that says nothing about its template
 * @param duration more than zero
 */
public record Trial(int findingsRemoved, RunStatus status, Duration duration) {

  public Trial {
    requireNonNull(status, "status");
    if (findingsRemoved < 0) {
      throw new IllegalArgumentException("findingsRemoved must be >= 0, was " + findingsRemoved);
    }
    if (!status.isFinal() || status == RunStatus.CANCELLED) {
      throw new IllegalArgumentException("a trial has run to its end, was " + status);
    }
    if (status == RunStatus.FAILED && findingsRemoved > 0) {
      throw new IllegalArgumentException("a failed run is undone and so removes nothing");
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("duration must be > 0, was " + duration);
    }
  }

  /** {@return a trial that succeeded} */
  public static Trial succeeded(int findingsRemoved, Duration duration) {
    return new Trial(findingsRemoved, RunStatus.SUCCEEDED, duration);
  }

  /** {@return a trial that failed, and so did nothing useful} */
  public static Trial failed(Duration duration) {
    return new Trial(0, RunStatus.FAILED, duration);
  }

  boolean hasSucceeded() {
    return status == RunStatus.SUCCEEDED;
  }
}
