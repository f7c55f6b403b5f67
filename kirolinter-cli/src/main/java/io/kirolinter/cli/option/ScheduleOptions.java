package io.kirolinter.cli.option;

import io.kirolinter.cli.option.value.IntervalConverter;
import io.kirolinter.cli.option.value.ZoneConverter;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.CronTimes;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.core.schedule.Schedule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say when a job in the background fires. */
public final class ScheduleOptions {

  private static final Duration USUAL_INTERVAL = Duration.ofHours(24);

  /** Its users want to know of what comes in, and it changes nothing. */
  private static final String WATCHING_TEMPLATE = "monitor";

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      converter = IntervalConverter.class,
      description = "With --mode background: how often, such as 30m, 24h (the default), 7d or 2w.")
  Optional<Duration> interval = Optional.empty();

  @Option(
      names = "--cron",
      paramLabel = "EXPR",
      description =
          "With --mode background: when, in place of an interval, as 'minute hour day month"
              + " weekday', or @hourly, @daily, @weekly, @monthly.")
  Optional<String> cron = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description = "With --cron: whose time, such as Europe/Berlin; by default this machine's.")
  Optional<ZoneId> zone = Optional.empty();

  @Option(
      names = "--jitter",
      paramLabel = "TIME",
      converter = IntervalConverter.class,
      description =
          "With --mode background: how much later a run may start, such as 5m; not at all.")
  Duration jitter = Duration.ZERO;

  @Option(
      names = "--missed",
      paramLabel = "POLICY",
      description =
          "With --mode background: what becomes of times at which nobody was there: once (the"
              + " default) makes up for all by one run, skip leaves them out.")
  MissedPolicy missed = MissedPolicy.ONCE;

  @Option(
      names = "--on-commit",
      description =
          "With --mode background: run at each commit, too; alone, only then. The default for the"
              + " template 'monitor'.")
  boolean onCommit;

  @Option(names = "--no-on-commit", description = "Do not run 'monitor' at each commit.")
  boolean notOnCommit;

  /**
   * {@return when a job fires}
   *
   * @throws InvalidRequestException if the options contradict each other
   */
  public Schedule schedule(String template) {
    refuseContradictions();
    boolean watches = onCommit || (template.equals(WATCHING_TEMPLATE) && !notOnCommit);
    try {
      return base()
          .withMissed(missed)
          .withCommits(watches ? CommitPolicy.RUN : CommitPolicy.IGNORE)
          .withJitter(jitter);
    } catch (IllegalArgumentException e) {
      throw wrong("--jitter", "it is " + jitter, "less than the interval", "Give a shorter one.");
    }
  }

  private Schedule base() {
    if (cron.isPresent()) {
      ZoneId place = zone.orElseGet(ZoneId::systemDefault);
      return Schedule.at(new CronTimes(cron.get().isBlank() ? "''" : cron.get(), place));
    }
    return onCommit && interval.isEmpty()
        ? Schedule.onCommits()
        : Schedule.every(interval.orElse(USUAL_INTERVAL));
  }

  private void refuseContradictions() {
    if (interval.isPresent() && cron.isPresent()) {
      throw wrong("--cron", "there is an --interval too", "one of the two", "Leave one out.");
    }
    if (zone.isPresent() && cron.isEmpty()) {
      throw wrong("--zone", "there is no --cron", "times of a calendar", "Leave it out.");
    }
    if (onCommit && notOnCommit) {
      throw wrong("--on-commit", "there is --no-on-commit too", "one of the two", "Leave one out.");
    }
    if (interval.filter(time -> time.compareTo(Duration.ofDays(3650)) > 0).isPresent()) {
      throw wrong("--interval", "it is over ten years", "ten years at most", "Give a shorter one.");
    }
  }

  private static InvalidRequestException wrong(
      String option, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "option", option)
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }
}
