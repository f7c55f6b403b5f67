package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import java.util.Collection;
import java.util.List;
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
 * @param retries attempts of steps beyond the first
 * @param recoveries steps that failed and whose run went on
 */
public record RunSummary(
    int runs,
    Map<RunStatus, Integer> statuses,
    Proportion success,
    double progress,
    DurationSummary durations,
    int findingsRemoved,
    int retries,
    int recoveries) {

  public RunSummary {
    statuses = Counts.unmodifiable(statuses);
  }

  static RunSummary of(Collection<RunFacts> runs) {
    List<RunFacts> counted = runs.stream().filter(RunFacts::counts).toList();
    return new RunSummary(
        runs.size(),
        Counts.of(runs, facts -> facts.run().state().status(), RunStatus.class),
        Proportion.wilson(Counts.matching(counted, RunFacts::succeeded), counted.size()),
        counted.stream().mapToDouble(RunFacts::progress).average().orElse(0),
        DurationSummary.of(counted.stream().map(RunFacts::duration).toList()),
        runs.stream().mapToInt(RunFacts::findingsRemoved).sum(),
        runs.stream().mapToInt(RunSummary::retries).sum(),
        runs.stream().mapToInt(RunSummary::recoveries).sum());
  }

  private static int retries(RunFacts facts) {
    return facts.steps().stream().mapToInt(step -> Math.max(0, step.attempts() - 1)).sum();
  }

  private static int recoveries(RunFacts facts) {
    return Counts.matching(facts.steps(), step -> RunFacts.is(step, StepOutcome.RECOVERED));
  }
}
