package io.kirolinter.analytics.workflow;

import java.util.List;

/** How the runs of one template did, and each of its steps in them. */
public record TemplateReport(String template, RunSummary summary, List<StepReport> steps) {

  public TemplateReport {
    steps = List.copyOf(steps);
  }
}
