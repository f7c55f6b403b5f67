package io.kirolinter.workflow.calendar;

import io.kirolinter.core.schedule.CronTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * The moments of a cron expression in a time zone. Each local time counts once: one that the clocks
 * skip stands for the moment at which they skip it, and one that they show twice for the first of
 * the two. Several skipped times are one moment.
 */
final class CronTimeline implements Timeline {

  private final CronExpression expression;
  private final ZoneId zone;
  private final ZoneRules rules;

  private CronTimeline(CronTimes times) {
    expression = CronExpression.parse(times.expression());
    zone = times.zone();
    rules = zone.getRules();
  }

  /**
   * {@return the moments of these times}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if the expression is wrong
   */
  static CronTimeline of(CronTimes times) {
    return new CronTimeline(times);
  }

  @Override
  public Optional<Instant> after(Instant time) {
    Optional<LocalDateTime> local = expression.after(LocalDateTime.ofInstant(time, zone));
    while (local.isPresent() && !momentOf(local.get()).isAfter(time)) {
      local = expression.after(local.get());
    }
    return local.map(this::momentOf);
  }

  private Instant momentOf(LocalDateTime local) {
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    return offsets.isEmpty()
        ? rules.getTransition(local).getInstant()
        : local.toInstant(offsets.get(0));
  }
}
