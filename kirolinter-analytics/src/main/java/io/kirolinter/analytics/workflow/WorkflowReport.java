package io.kirolinter.analytics.workflow;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.trend.Trend;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a history of runs says.
 *
 * @param summary over all runs
 * @param templates one report per template, by name
 * @param steps one report per step over all templates, by name
 * @param failures errors that read alike, the most frequent first
 * @param recommendations the most urgent first; empty if no rule found anything
 * @param rules what was done about the findings of each rule, the most removed first
 * @param repositories one report per repository, by name
 * @param periods the parts of the time in which there were runs, the oldest first
 * @param trends of success, useful work and duration over these parts
 */
public record WorkflowReport(
    RunSummary summary,
    List<TemplateReport> templates,
    List<StepReport> steps,
    List<FailureGroup> failures,
    List<Recommendation> recommendations,
    List<RuleReport> rules,
    List<RepositoryReport> repositories,
    List<PeriodReport> periods,
    List<Trend> trends) {

  public WorkflowReport {
    requireNonNull(summary, "summary");
    templates = List.copyOf(templates);
    steps = List.copyOf(steps);
    failures = List.copyOf(failures);
    recommendations = List.copyOf(recommendations);
    rules = List.copyOf(rules);
    repositories = List.copyOf(repositories);
    periods = List.copyOf(periods);
    trends = List.copyOf(trends);
  }

  /** {@return the same with more to do, after what there is} */
  public WorkflowReport withMore(List<Recommendation> others) {
    return new WorkflowReport(
        summary,
        templates,
        steps,
        failures,
        Stream.concat(recommendations.stream(), others.stream()).toList(),
        rules,
        repositories,
        periods,
        trends);
  }
}
