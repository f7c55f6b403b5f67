package io.kirolinter.core.schedule;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

/**
 * Times by the calendar.
 *
 * @param expression five fields, as Unix cron has them
 * @param zone whose local time the fields mean
 */
public record CronTimes(String expression, ZoneId zone) {

  public CronTimes {
    requireNonNull(zone, "zone");
    if (expression.isBlank()) {
      throw new IllegalArgumentException("expression must have five fields, was blank");
    }
  }
}
