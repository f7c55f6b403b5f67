package io.kirolinter.cli.output;

import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.analytics.workflow.Recommendation;
import io.kirolinter.analytics.workflow.StepReport;
import io.kirolinter.analytics.workflow.TemplateReport;
import io.kirolinter.analytics.workflow.WorkflowReport;
import java.util.Locale;

/** The text of {@code agent analytics}. */
public final class AnalyticsText {

  private AnalyticsText() {}

  public static String of(WorkflowReport report) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%d runs, %d findings removed, success %s%n"
            .formatted(
                report.summary().runs(),
                report.summary().findingsRemoved(),
                share(report.summary().success())));
    report.templates().forEach(template -> out.append(line(template)));
    report.steps().forEach(step -> out.append(line(step)));
    report.recommendations().forEach(advice -> out.append(paragraph(advice)));
    return out.toString();
  }

  private static String line(TemplateReport template) {
    return "  template %-18s %4d runs, success %s%n"
        .formatted(
            template.template(), template.summary().runs(), share(template.summary().success()));
  }

  private static String line(StepReport step) {
    return "  step %-22s %4d times, success %s, %d retries, %d recoveries%n"
        .formatted(
            step.name(), step.ended(), share(step.success()), step.retries(), step.recoveries());
  }

  private static String share(Proportion proportion) {
    return String.format(
        Locale.ROOT,
        "%d of %d (95 %% interval %.2f to %.2f)",
        proportion.successes(),
        proportion.trials(),
        proportion.interval().low(),
        proportion.interval().high());
  }

  private static String paragraph(Recommendation advice) {
    return "%nAdvice: %s%n  because: %s%n  gain: %s%n  do: %s%n"
        .formatted(advice.advice(), advice.evidence(), advice.expectedGain(), advice.command());
  }
}
