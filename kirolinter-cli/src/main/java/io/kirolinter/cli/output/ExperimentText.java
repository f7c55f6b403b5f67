package io.kirolinter.cli.output;

import io.kirolinter.analytics.experiment.Arm;
import io.kirolinter.analytics.experiment.Check;
import io.kirolinter.analytics.experiment.ExperimentReport;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.Guardrail;
import io.kirolinter.analytics.experiment.Metric;
import io.kirolinter.analytics.experiment.PairResult;
import io.kirolinter.analytics.experiment.Trial;
import io.kirolinter.core.experiment.ExperimentStatus;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The text of {@code agent ab-test} and {@code agent experiments}. */
public final class ExperimentText {

  private ExperimentText() {}

  /** {@return what an experiment says} */
  public static String of(ExperimentResult result) {
    StringBuilder out = new StringBuilder(head(result));
    result.metrics().forEach(metric -> out.append(line(metric)));
    result.guardrails().forEach(guardrail -> out.append(line(guardrail)));
    result.checks().stream()
        .filter(check -> !check.passed())
        .forEach(check -> out.append(line(check)));
    out.append(power(result));
    result.pairsStillNeeded().ifPresent(more -> out.append("Pairs still needed: " + more + "\n"));
    result.warnings().forEach(warning -> out.append("warning: %s%n".formatted(warning)));
    return out.toString();
  }

  /** {@return the same with its pairs} */
  public static String of(ExperimentReport report) {
    StringBuilder out = new StringBuilder(of(report.result()));
    out.append(
        "%s on %s, planned %s%n"
            .formatted(report.status().label(), report.repository().value(), report.plannedAt()));
    report.pairs().forEach(pair -> out.append(line(pair, report)));
    return out.toString();
  }

  /** {@return one line for each experiment} */
  public static String list(List<ExperimentReport> reports) {
    if (reports.isEmpty()) {
      return "No experiments.\n";
    }
    StringBuilder out = new StringBuilder();
    for (ExperimentReport report : reports) {
      boolean goesOn = report.status() == ExperimentStatus.RUNNING;
      out.append(head(report.result()).stripTrailing())
          .append(goesOn ? " (can go on)" : "")
          .append('\n');
    }
    return out.toString();
  }

  private static String head(ExperimentResult result) {
    return "%s: %s (a) against %s (b), %d pairs: %s%n"
        .formatted(
            result.experimentId(),
            result.templateA(),
            result.templateB(),
            result.pairs(),
            result.verdict().label());
  }

  private static String line(Metric metric) {
    return "  %-12s %s [%s to %s], adjusted p %s (%s; %s)%n"
        .formatted(
            metric.name(),
            shown(metric.estimate()),
            shown(metric.low()),
            shown(metric.high()),
            shown(metric.adjustedPValue()),
            metric.test(),
            metric.meaning());
  }

  private static String line(Guardrail guardrail) {
    return "  guardrail %s: %s; at most %s, margin %s (%s)%n"
        .formatted(
            guardrail.name(),
            guardrail.state().label(),
            shown(guardrail.bound()),
            shown(guardrail.margin()),
            guardrail.meaning());
  }

  private static String line(Check check) {
    return "  check %s: %s Not by chance, p %s%n"
        .formatted(check.name(), check.question(), shown(check.pValue()));
  }

  private static String power(ExperimentResult result) {
    OptionalDouble share = result.power().minimumDetectableShare();
    return share.isPresent()
        ? "So many pairs find with a chance of %.0f %% a template that wins %.0f %% of decided pairs.%n"
            .formatted(100 * result.power().target(), 100 * share.getAsDouble())
        : "With so few decided pairs no difference is found with a chance of %.0f %%.%n"
            .formatted(100 * result.power().target());
  }

  private static String line(PairResult pair, ExperimentReport report) {
    String commit = report.places().get(pair.planned().block() - 1).commit().value();
    return "  pair %3d  %s first  %s  a %s  b %s%s%n"
        .formatted(
            pair.planned().number(),
            pair.planned().first().label(),
            commit.substring(0, 12),
            pair.trial(Arm.A).map(ExperimentText::shown).orElse("missing"),
            pair.trial(Arm.B).map(ExperimentText::shown).orElse("missing"),
            pair.problems().isEmpty() ? "" : "  " + String.join("; ", pair.problems()));
  }

  private static String shown(Trial trial) {
    return "%d removed in %.1f s, %s"
        .formatted(
            trial.findingsRemoved(), trial.duration().toMillis() / 1000.0, trial.status().label());
  }

  private static String shown(OptionalDouble value) {
    return value.isPresent() ? shown(value.getAsDouble()) : "unknown";
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
