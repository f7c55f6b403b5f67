package io.kirolinter.analytics.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** One report per step, by name. Steps that are not over are left out. */
  static List<StepReport> of(Collection<RunFacts> runs) {
    Map<String, List<StepRecord>> byName =
        runs.stream()
            .flatMap(facts -> facts.steps().stream())
            .filter(StepRecord::isOver)
            .collect(groupingBy(StepRecord::name, TreeMap::new, toList()));
    return byName.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static StepReport of(String name, List<StepRecord> steps) {
    List<StepRecord> tried =
        steps.stream().filter(step -> !RunFacts.is(step, StepOutcome.SKIPPED)).toList();
    int well = (int) tried.stream().filter(RunFacts::endedWell).count();
    return new StepReport(
        name,
        steps.size(),
        Counts.of(steps, step -> step.outcome().orElseThrow(), StepOutcome.class),
        Proportion.wilson(well, tried.size()),
        DurationSummary.of(tried.stream().map(StepRecord::duration).toList()),
        retries(tried),
        Counts.matching(tried, step -> RunFacts.is(step, StepOutcome.RECOVERED)));
  }

  private static int retries(List<StepRecord> tried) {
    return tried.stream().mapToInt(step -> Math.max(0, step.attempts() - 1)).sum();
  }
}
