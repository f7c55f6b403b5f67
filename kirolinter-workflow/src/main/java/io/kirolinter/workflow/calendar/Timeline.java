package io.kirolinter.workflow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A row of planned moments. Immutable; safe for use by many threads. */
@FunctionalInterface
interface Timeline {

  /** {@return the first planned moment after another one; empty if there is none} */
  Optional<Instant> after(Instant time);

  /** {@return no moments at all} */
  static Timeline none() {
    return time -> Optional.empty();
  }

  /** {@return moments at this distance, one of which is the anchor} */
  static Timeline every(Duration interval, Instant anchor) {
    return time -> {
      long passed = Duration.between(anchor, time).dividedBy(interval);
      Instant near = anchor.plus(interval.multipliedBy(passed));
      return Optional.of(near.isAfter(time) ? near : near.plus(interval));
    };
  }
}
