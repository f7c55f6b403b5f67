package io.kirolinter.workflow.calendar;

import com.google.common.hash.Hashing;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.workflow.calendar.Verdict.Action;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of one job. With a jitter, a run starts a little after its planned time, and always
 * before the next one; how much is told by a hash of job and time, so that all processes agree.
 * Immutable; safe for use by many threads.
 */
public final class PlannedTimes {

  /** Whoever starts a run within this time starts it in time. */
  public static final Duration ON_TIME = Duration.ofMinutes(1);

  private static final Duration INSTANT_BEFORE = Duration.ofNanos(1);

  private final String job;
  private final Timeline timeline;
  private final Duration jitter;
  private final MissedPolicy missed;

  private PlannedTimes(String job, Timeline timeline, Schedule schedule) {
    this.job = job;
    this.timeline = timeline;
    jitter = schedule.jitter();
    missed = schedule.missed();
  }

  /**
   * {@return the times of a job}
   *
   * @param anchor one of its times, where it fires at intervals
   * @throws io.kirolinter.core.error.InvalidRequestException if the cron expression is wrong
   */
  public static PlannedTimes of(String job, Schedule schedule, Instant anchor) {
    Timeline timeline =
        schedule
            .interval()
            .map(interval -> Timeline.every(interval, anchor))
            .or(() -> schedule.cron().map(CronTimeline::of))
            .orElseGet(Timeline::none);
    return new PlannedTimes(job, timeline, schedule);
  }

  /** {@return the first planned time after a moment} */
  public Optional<Instant> after(Instant time) {
    return timeline.after(time);
  }

  /** {@return when a run of this planned time starts} */
  public Instant startOf(Instant planned) {
    if (jitter.isZero()) {
      return planned;
    }
    Duration gap = after(planned).map(next -> Duration.between(planned, next)).orElse(jitter);
    long most = (gap.compareTo(jitter) < 0 ? gap : jitter).toMillis();
    long hash = Hashing.sha256().hashString(job + "@" + planned, StandardCharsets.UTF_8).asLong();
    return planned.plusMillis(Math.floorMod(hash, Math.max(1, most)));
  }

  /**
   * {@return what is to be done}
   *
   * @param due the first planned time that has not been dealt with
   */
  public Verdict at(Instant due, Instant now) {
    if (startOf(due).isAfter(now)) {
      return new Verdict(Action.WAIT, due, Optional.of(due));
    }
    Optional<Instant> last = Optional.empty();
    Optional<Instant> next = firstThatMayBeInTime(due, now);
    while (next.isPresent() && !startOf(next.get()).isAfter(now)) {
      last = next;
      next = after(next.get());
    }
    boolean inTime = last.isPresent() && !startOf(last.get()).plus(ON_TIME).isBefore(now);
    if (inTime) {
      return new Verdict(Action.FIRE, last.get(), next);
    }
    return new Verdict(missed == MissedPolicy.ONCE ? Action.MAKE_UP : Action.LEAVE_OUT, due, next);
  }

  /** A minute of a year that nobody was there is not looked at. */
  private Optional<Instant> firstThatMayBeInTime(Instant due, Instant now) {
    Instant earliest = now.minus(ON_TIME).minus(jitter);
    return due.isBefore(earliest) ? after(earliest.minus(INSTANT_BEFORE)) : Optional.of(due);
  }
}
