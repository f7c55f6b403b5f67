package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers of each run what is needed to show how runs did over time. */
final class Timeline {

  /** Lengths that people think in. */
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28));

  private static final int MOST_PERIODS = 60;
  private static final double NANOS_OF_A_MINUTE = 60e9;

  private final LongList created = new LongList(); // in seconds
  private final LongList succeeded = new LongList();
  private final LongList removed = new LongList();
  private final LongList nanos = new LongList();

  void add(CountedRun run) {
    if (run.facts().counts()) {
      created.add(run.facts().createdAt().getEpochSecond());
      succeeded.add(run.facts().succeeded() ? 1 : 0);
      removed.add(run.removed());
      nanos.add(run.nanos());
    }
  }

  /** Periods of one length, from the first run to the last; those without a run are left out. */
  List<PeriodReport> periods() {
    if (created.size() == 0) {
      return List.of();
    }
    long first = min(created);
    long length = length(max(created) - first).toSeconds();
    Map<Long, Period> periods = new TreeMap<>();
    for (int i = 0; i < created.size(); i++) {
      long begin = Math.floorDiv(created.get(i), length) * length;
      periods
          .computeIfAbsent(begin, Period::new)
          .add((int) succeeded.get(i), (int) removed.get(i), nanos.get(i));
    }
    return periods.values().stream().map(period -> period.report(length)).toList();
  }

  private static Duration length(long seconds) {
    return LENGTHS.stream()
        .filter(length -> seconds / length.toSeconds() < MOST_PERIODS)
        .findFirst()
        .orElseGet(() -> Duration.ofDays(28 * (1 + seconds / 86_400 / 28 / MOST_PERIODS)));
  }

  private static long min(LongList list) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < list.size(); i++) {
      least = Math.min(least, list.get(i));
    }
    return least;
  }

  private static long max(LongList list) {
    long most = Long.MIN_VALUE;
    for (int i = 0; i < list.size(); i++) {
      most = Math.max(most, list.get(i));
    }
    return most;
  }

  private static final class Period {

    private final long begin;
    private final LongList times = new LongList();
    private int well;
    private int findings;
    private double time;

    Period(long begin) {
      this.begin = begin;
    }

    void add(int succeeded, int removed, long nanos) {
      well += succeeded;
      findings += removed;
      times.add(nanos);
      time += nanos;
    }

    PeriodReport report(long length) {
      return new PeriodReport(
          Instant.ofEpochSecond(begin),
          Duration.ofSeconds(length),
          times.size(),
          Proportion.wilson(well, times.size()),
          findings,
          time > 0 ? findings * NANOS_OF_A_MINUTE / time : 0,
          DurationSummary.ofNanos(times.toArray()).median());
    }
  }
}
