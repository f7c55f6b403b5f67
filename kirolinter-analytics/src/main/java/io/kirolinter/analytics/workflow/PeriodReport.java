package io.kirolinter.analytics.workflow;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.Proportion;
import java.time.Duration;
import java.time.Instant;

/**
 * How the runs of one part of the window did.
 *
 * @param runs that were made in it and came to an end of their own
 * @param findingsRemoved verified, by these runs
 * @param perMinute findings removed in a minute of these runs; 0 if they took no time
 * @param median how long they took; zero if there are none
 */
public record PeriodReport(
    Instant from,
    Duration length,
    int runs,
    Proportion success,
    int findingsRemoved,
    double perMinute,
    Duration median) {

  public PeriodReport {
    requireNonNull(from, "from");
    requireNonNull(length, "length");
    requireNonNull(success, "success");
    requireNonNull(median, "median");
  }
}
