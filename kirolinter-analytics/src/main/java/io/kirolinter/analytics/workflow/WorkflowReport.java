package io.kirolinter.analytics.workflow;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a history of runs says.
 *
 * @param summary over all runs
 * @param templates one report per template, by name
 * @param steps one report per step over all templates, by name
 * @param failures errors that read alike, the most frequent first
 * @param recommendations the most urgent first; empty if no rule found anything
 */
public record WorkflowReport(
    RunSummary summary,
    List<TemplateReport> templates,
    List<StepReport> steps,
    List<FailureGroup> failures,
    List<Recommendation> recommendations) {

  public WorkflowReport {
    requireNonNull(summary, "summary");
    templates = List.copyOf(templates);
    steps = List.copyOf(steps);
    failures = List.copyOf(failures);
    recommendations = List.copyOf(recommendations);
  }
}
