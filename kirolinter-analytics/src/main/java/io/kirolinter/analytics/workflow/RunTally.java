package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Counts runs one by one. */
final class RunTally {

  private static final double NANOS_OF_A_MINUTE = 60e9;

  private final Map<RunStatus, Integer> statuses = new EnumMap<>(RunStatus.class);
  private final LongList nanos = new LongList();
  private final LongList nanosOfIdle = new LongList();
  private int runs;
  private int counted;
  private int succeeded;
  private double progress;
  private int findingsRemoved;
  private int retries;
  private int recoveries;
  private int takeovers;
  private int changing;
  private int idle;
  private Effect effect = Effect.READS;

  void add(RunFacts run, int removed) {
    runs++;
    statuses.merge(run.status(), 1, Integer::sum);
    findingsRemoved += removed;
    takeovers += run.takeovers();
    for (StepFacts step : run.steps()) {
      retries += step.retries();
      recoveries += step.is(StepOutcome.RECOVERED) ? 1 : 0;
    }
    if (run.counts()) {
      count(run, removed);
    }
  }

  private void count(RunFacts run, int removed) {
    counted++;
    effect = run.effect();
    succeeded += run.succeeded() ? 1 : 0;
    progress += run.progress();
    nanos.add(run.duration().toNanos());
    if (run.succeeded() && run.effect() == Effect.CHANGES) {
      changing++;
      idle += removed == 0 ? 1 : 0;
      nanosOfIdle.add(run.duration().toNanos());
    }
  }

  /** Runs that came to an end of their own. */
  int counted() {
    return counted;
  }

  int findingsRemoved() {
    return findingsRemoved;
  }

  /** Whether the run that was counted last could change files. */
  boolean changesFiles() {
    return effect == Effect.CHANGES;
  }

  /** Of the runs that were to change files and succeeded, those that removed no finding. */
  Proportion idle() {
    return Proportion.wilson(idle, changing);
  }

  DurationSummary durationsOfChanging() {
    return DurationSummary.ofNanos(nanosOfIdle.toArray());
  }

  RunSummary summary() {
    long[] durations = nanos.toArray();
    double minutes = Arrays.stream(durations).sum() / NANOS_OF_A_MINUTE;
    return new RunSummary(
        runs,
        statuses,
        Proportion.wilson(succeeded, counted),
        counted == 0 ? 0 : progress / counted,
        DurationSummary.ofNanos(durations),
        findingsRemoved,
        minutes > 0 ? findingsRemoved / minutes : 0,
        retries,
        recoveries,
        takeovers);
  }
}
