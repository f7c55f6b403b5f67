package io.kirolinter.analytics.dashboard;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A background job, as people look at it.
 *
 * @param name its template and repository
 * @param schedule in words, such as {@code every 24 h}
 * @param upcoming when it fires, as far as anybody looks
 */
public record JobView(String name, String schedule, List<Instant> upcoming) {

  public JobView {
    requireNonNull(name, "name");
    requireNonNull(schedule, "schedule");
    upcoming = List.copyOf(upcoming);
  }
}
