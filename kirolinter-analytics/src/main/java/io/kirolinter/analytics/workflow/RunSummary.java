package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.run.RunStatus;
import java.util.Map;

/**
 * How a number of runs did.
 *
 * @param runs all of them, living ones included
 * @param statuses how many are in each status that occurs
 * @param success succeeded, of those that ended and were not cancelled
 * @param progress the mean share of planned steps that did their work or had none, over the same
 *     runs; from 0 to 1
 * @param durations of the same runs, from the start of their first step
 * @param findingsRemoved verified, by all runs
 * @param removedPerMinute findings removed in a minute of these runs; 0 if they took no time
 * @param retries attempts of steps beyond the first
 * @param recoveries steps that failed and whose run went on
 * @param takeovers how often a process was lost and another one went on with its run
 */
public record RunSummary(
    int runs,
    Map<RunStatus, Integer> statuses,
    Proportion success,
    double progress,
    DurationSummary durations,
    int findingsRemoved,
    double removedPerMinute,
    int retries,
    int recoveries,
    int takeovers) {

  public RunSummary {
    statuses = Counts.unmodifiable(statuses);
  }
}
