package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.run.StepOutcome;
import java.util.Map;

/**
 * How one step did.
 *
 * @param name of the step
 * @param ended how often it ended, skipped ones included
 * @param outcomes how often it ended in each way that occurred
 * @param success succeeded or had nothing to do, of those that were not skipped
 * @param durations of those that were not skipped, from first start to end
 * @param retries attempts beyond the first
 * @param recoveries how often it failed and the run went on
 */
public record StepReport(
    String name,
    int ended,
    Map<StepOutcome, Integer> outcomes,
    Proportion success,
    DurationSummary durations,
    int retries,
    int recoveries) {

  public StepReport {
    outcomes = Counts.unmodifiable(outcomes);
  }
}
