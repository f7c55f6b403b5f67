package io.kirolinter.analytics.workflow;

import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.run.StepOutcome;

/**
 * A run with what several tallies count of it, found out once.
 *
 * @param removed findings that it removed
 * @param nanos how long it took
 */
record CountedRun(
    RunFacts facts, int removed, long nanos, double progress, int retries, int recoveries) {

  static CountedRun of(RunFacts run, int removed) {
    int retries = 0;
    int recoveries = 0;
    for (StepFacts step : run.steps()) {
      retries += step.retries();
      recoveries += step.is(StepOutcome.RECOVERED) ? 1 : 0;
    }
    return new CountedRun(
        run, removed, run.duration().toNanos(), run.progress(), retries, recoveries);
  }
}
