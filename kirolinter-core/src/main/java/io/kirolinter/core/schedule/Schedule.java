package io.kirolinter.core.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a job fires: at intervals, by the calendar, at each commit, or at commits and one of the
 * others.
 *
 * @param interval from one firing to the next; one minute to ten years
 * @param cron times by the calendar, in place of an interval
 * @param jitter by how much a firing may be later than its time, so that many jobs of one time do
 *     not start together; shorter than the interval. How much it is follows from job and time, so
 *     that it is the same in every process
 * @param missed what becomes of firings that nobody was there to start
 */
public record Schedule(
    Optional<Duration> interval,
    Optional<CronTimes> cron,
    Duration jitter,
    MissedPolicy missed,
    CommitPolicy commits) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(3650);

  public Schedule {
    requireNonNull(cron, "cron");
    requireNonNull(missed, "missed");
    requireNonNull(commits, "commits");
    if (interval.isPresent() && cron.isPresent()) {
      throw new IllegalArgumentException("a schedule has an interval or a cron expression");
    }
    if (interval.isEmpty() && cron.isEmpty() && commits == CommitPolicy.IGNORE) {
      throw new IllegalArgumentException(
          "a schedule has an interval, a cron expression, or commits");
    }
    interval.ifPresent(Schedule::requireInBounds);
    Duration longest = interval.orElse(LONGEST);
    if (jitter.isNegative() || jitter.compareTo(longest) >= 0) {
      throw new IllegalArgumentException(
          "jitter must be 0 or more and shorter than the interval, was " + jitter);
    }
  }

  /** {@return a firing at each interval; one that was missed is made up for once} */
  public static Schedule every(Duration interval) {
    return new Schedule(
        Optional.of(interval),
        Optional.empty(),
        Duration.ZERO,
        MissedPolicy.ONCE,
        CommitPolicy.IGNORE);
  }

  /** {@return a firing at each time of a calendar; one that was missed is made up for once} */
  public static Schedule at(CronTimes times) {
    return new Schedule(
        Optional.empty(),
        Optional.of(times),
        Duration.ZERO,
        MissedPolicy.ONCE,
        CommitPolicy.IGNORE);
  }

  /** {@return a firing at each commit, and at no time} */
  public static Schedule onCommits() {
    return new Schedule(
        Optional.empty(), Optional.empty(), Duration.ZERO, MissedPolicy.ONCE, CommitPolicy.RUN);
  }

  public Schedule withJitter(Duration most) {
    return new Schedule(interval, cron, most, missed, commits);
  }

  public Schedule withMissed(MissedPolicy policy) {
    return new Schedule(interval, cron, jitter, policy, commits);
  }

  public Schedule withCommits(CommitPolicy policy) {
    return new Schedule(interval, cron, jitter, missed, policy);
  }

  /** {@return when it fires, for people, such as {@code every PT24H, up to PT5M later}} */
  public String inWords() {
    List<String> parts = new ArrayList<>();
    interval.ifPresent(time -> parts.add("every " + time));
    cron.ifPresent(times -> parts.add("at '%s' (%s)".formatted(times.expression(), times.zone())));
    if (commits == CommitPolicy.RUN) {
      parts.add("at each commit");
    }
    if (!jitter.isZero()) {
      parts.add("up to %s later".formatted(jitter));
    }
    return String.join(", ", parts);
  }

  private static void requireInBounds(Duration interval) {
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("interval must be 1 minute to 10 years, was " + interval);
    }
  }
}
