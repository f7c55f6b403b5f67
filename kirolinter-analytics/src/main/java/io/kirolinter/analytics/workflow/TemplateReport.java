package io.kirolinter.analytics.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** How the runs of one template did, and each of its steps in them. */
public record TemplateReport(String template, RunSummary summary, List<StepReport> steps) {

  public TemplateReport {
    steps = List.copyOf(steps);
  }

  /** One report per template, by name. */
  static List<TemplateReport> of(Collection<RunFacts> runs) {
    return runs.stream()
        .collect(groupingBy(RunFacts::template, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(e -> of(e.getKey(), e.getValue()))
        .toList();
  }

  private static TemplateReport of(String template, List<RunFacts> runs) {
    return new TemplateReport(template, RunSummary.of(runs), StepReport.of(runs));
  }
}
