package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.run.StepOutcome;
import java.util.EnumMap;
import java.util.Map;

/** Counts how one step ended, run by run. */
final class StepTally {

  private final Map<StepOutcome, Integer> outcomes = new EnumMap<>(StepOutcome.class);
  private final LongList nanos = new LongList();
  private int ended;
  private int well;
  private int retries;
  private int triedInCounted;
  private int failedInCounted;
  private int unsteadyInCounted;

  void add(RunFacts run, StepFacts step) {
    ended++;
    step.outcome().ifPresent(outcome -> outcomes.merge(outcome, 1, Integer::sum));
    if (step.wasTried()) {
      nanos.add(step.duration().toNanos());
      well += step.endedWell() ? 1 : 0;
      retries += step.retries();
    }
    if (step.wasTried() && run.counts()) {
      triedInCounted++;
      failedInCounted += step.endedWell() ? 0 : 1;
      unsteadyInCounted += step.endedWell() && step.attempts() > 1 ? 1 : 0;
    }
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
        outcomes,
        Proportion.wilson(well, nanos.size()),
        DurationSummary.ofNanos(nanos.toArray()),
        retries,
        outcomes.getOrDefault(StepOutcome.RECOVERED, 0));
  }
}
