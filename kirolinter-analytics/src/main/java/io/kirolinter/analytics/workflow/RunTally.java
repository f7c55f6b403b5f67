package io.kirolinter.analytics.workflow;

import com.google.common.collect.EnumMultiset;
import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunStatus;
import java.util.Arrays;

/** Counts runs one by one. */
final class RunTally {

  private static final double NANOS_OF_A_MINUTE = 60e9;

  private final EnumMultiset<RunStatus> statuses = EnumMultiset.create(RunStatus.class);
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

  void add(CountedRun run) {
    runs++;
    statuses.add(run.facts().status());
    findingsRemoved += run.removed();
    takeovers += run.facts().takeovers();
    retries += run.retries();
    recoveries += run.recoveries();
    if (run.facts().counts()) {
      count(run);
    }
  }

  private void count(CountedRun run) {
    counted++;
    effect = run.facts().effect();
    progress += run.progress();
    nanos.add(run.nanos());
    if (run.facts().succeeded()) {
      countSuccess(run);
    }
  }

  private void countSuccess(CountedRun run) {
    succeeded++;
    if (run.facts().effect() == Effect.CHANGES) {
      changing++;
      idle += run.removed() == 0 ? 1 : 0;
      nanosOfIdle.add(run.nanos());
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
        Counts.of(statuses),
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
