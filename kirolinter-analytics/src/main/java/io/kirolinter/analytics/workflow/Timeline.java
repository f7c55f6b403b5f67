package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.history.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  void add(RunFacts run, int findingsRemoved) {
    if (run.counts()) {
      created.add(run.createdAt().getEpochSecond());
      succeeded.add(run.succeeded() ? 1 : 0);
      removed.add(findingsRemoved);
      nanos.add(run.duration().toNanos());
    }
  }

  /** Periods of one length, from the first run to the last; those without a run are left out. */
  List<PeriodReport> periods() {
    if (created.size() == 0) {
      return List.of();
    }
    long first = min(created);
    long length = length(max(created) - first).toSeconds();
    Map<Long, List<Integer>> runs = new TreeMap<>();
    for (int i = 0; i < created.size(); i++) {
      long period = Math.floorDiv(created.get(i), length) * length;
      runs.computeIfAbsent(period, key -> new ArrayList<>()).add(i);
    }
    return runs.entrySet().stream()
        .map(entry -> period(entry.getKey(), length, entry.getValue()))
        .toList();
  }

  private PeriodReport period(long begin, long length, List<Integer> runs) {
    int well = 0;
    int findings = 0;
    LongList times = new LongList();
    double time = 0;
    for (int run : runs) {
      well += (int) succeeded.get(run);
      findings += (int) removed.get(run);
      times.add(nanos.get(run));
      time += nanos.get(run);
    }
    return new PeriodReport(
        Instant.ofEpochSecond(begin),
        Duration.ofSeconds(length),
        runs.size(),
        Proportion.wilson(well, runs.size()),
        findings,
        time > 0 ? findings * NANOS_OF_A_MINUTE / time : 0,
        DurationSummary.ofNanos(times.toArray()).median());
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
}
