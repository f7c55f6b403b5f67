package io.kirolinter.analytics.workflow;

import com.google.common.collect.EnumMultiset;
import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.run.StepOutcome;

/** Counts how one step ended, run by run. */
final class StepTally {

  private final EnumMultiset<StepOutcome> outcomes = EnumMultiset.create(StepOutcome.class);
  private final LongList nanos = new LongList();
  private int ended;
  private int well;
  private int retries;
  private int triedInCounted;
  private int failedInCounted;
  private int unsteadyInCounted;

  /** Adds a step that is over, and whether its run came to an end of its own. */
  void add(StepFacts step, boolean counted) {
    ended++;
    StepOutcome outcome = step.outcome().orElseThrow();
    outcomes.add(outcome);
    if (outcome != StepOutcome.SKIPPED) {
      addTried(step, counted);
    }
  }

  private void addTried(StepFacts step, boolean counted) {
    boolean endedWell = step.endedWell();
    nanos.add(step.duration().toNanos());
    well += endedWell ? 1 : 0;
    retries += step.retries();
    if (counted) {
      triedInCounted++;
      failedInCounted += endedWell ? 0 : 1;
      unsteadyInCounted += endedWell && step.attempts() > 1 ? 1 : 0;
    }
  }

  /** Adds all that another one has counted. */
  void addAll(StepTally other) {
    outcomes.addAll(other.outcomes);
    nanos.addAll(other.nanos);
    ended += other.ended;
    well += other.well;
    retries += other.retries;
    triedInCounted += other.triedInCounted;
    failedInCounted += other.failedInCounted;
    unsteadyInCounted += other.unsteadyInCounted;
  }

  /** How often it failed or was recovered, in runs that came to an end of their own. */
  Proportion failing() {
    return Proportion.wilson(failedInCounted, triedInCounted);
  }

  /** How often it passed only when tried again, in the same runs. */
  Proportion unsteady() {
    return Proportion.wilson(unsteadyInCounted, triedInCounted);
  }

  StepReport report(String name) {
    return new StepReport(
        name,
        ended,
        Counts.of(outcomes),
        Proportion.wilson(well, nanos.size()),
        DurationSummary.ofNanos(nanos.toArray()),
        retries,
        outcomes.count(StepOutcome.RECOVERED));
  }
}
