package io.kirolinter.cli.output;

import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.insight.Warning;
import io.kirolinter.analytics.quality.QualityPoint;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.analytics.trend.Trend;
import io.kirolinter.analytics.workflow.FailureGroup;
import io.kirolinter.analytics.workflow.Recommendation;
import io.kirolinter.analytics.workflow.RepositoryReport;
import io.kirolinter.analytics.workflow.RuleReport;
import io.kirolinter.analytics.workflow.RunSummary;
import io.kirolinter.analytics.workflow.StepReport;
import io.kirolinter.analytics.workflow.TemplateReport;
import io.kirolinter.analytics.workflow.WorkflowReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The text of {@code agent analytics}. */
public final class AnalyticsText {

  private static final int MOST_LINES = 8;

  private final StringBuilder out = new StringBuilder();

  private AnalyticsText() {}

  public static String of(Insight insight) {
    AnalyticsText text = new AnalyticsText();
    text.addRuns(insight.workflows());
    insight.quality().ifPresent(text::addQuality);
    text.addTrends(insight);
    text.addAdvice(insight);
    return text.out.toString();
  }

  private void addRuns(WorkflowReport report) {
    RunSummary all = report.summary();
    add(
        "%d runs, %d findings removed, success %s%n",
        all.runs(), all.findingsRemoved(), share(all.success()));
    if (all.durations().count() > 0) {
      add(
          "%.1f findings removed a minute; took %s; %d retries, %d recoveries, %d takeovers%n",
          all.removedPerMinute(),
          times(all.durations()),
          all.retries(),
          all.recoveries(),
          all.takeovers());
    }
    section("", report.repositories().size() > 1 ? report.repositories() : List.of(), this::line);
    section("", report.templates(), this::line);
    section("", report.steps(), this::line);
    section("Rules:", report.rules(), this::line);
    section("Failures:", report.failures(), this::line);
  }

  private String line(RepositoryReport repository) {
    return of("  repository %-24s ", repository.repository()) + figures(repository.summary());
  }

  private String line(TemplateReport template) {
    return of("  template %-18s ", template.template()) + figures(template.summary());
  }

  private static String figures(RunSummary summary) {
    return of(
        "%4d runs, success %s, %d findings removed (%.1f a minute), %s",
        summary.runs(),
        share(summary.success()),
        summary.findingsRemoved(),
        summary.removedPerMinute(),
        times(summary.durations()));
  }

  private String line(StepReport step) {
    return of(
        "  step %-22s %4d times, success %s, %d retries, %d recoveries, %s",
        step.name(),
        step.ended(),
        share(step.success()),
        step.retries(),
        step.recoveries(),
        times(step.durations()));
  }

  private String line(RuleReport rule) {
    return of(
        "  %-28s %4d removed in %d runs, fixes that passed: %s",
        rule.rule(), rule.removed(), rule.runs(), share(rule.passed()));
  }

  private String line(FailureGroup group) {
    return of(
        "  %d times (%d fatal) in %s, from %s to %s: %s",
        group.count(),
        group.fatal(),
        String.join(", ", group.steps()),
        group.firstSeen(),
        group.lastSeen(),
        group.shape());
  }

  private void addQuality(QualityReport quality) {
    if (!quality.points().isEmpty()) {
      QualityPoint last = quality.points().get(quality.points().size() - 1);
      add(
          "%nQuality: %.2f findings in 1,000 lines at %s (%d reviews by %s)%n",
          last.perThousand(), last.at(), quality.reviews(), String.join(", ", quality.templates()));
    }
    newest(quality.changes())
        .forEach(
            change ->
                add(
                    "  %s  %d new, %d fixed, %d reopened%n",
                    change.at(), change.fresh(), change.fixed(), change.reopened()));
    quality.note().ifPresent(note -> add("  %s%n", note));
  }

  private static <T> List<T> newest(List<T> things) {
    return things.subList(Math.max(0, things.size() - MOST_LINES), things.size());
  }

  private void addTrends(Insight insight) {
    add("%nTrends:%n");
    insight.workflows().trends().forEach(trend -> out.append(line(trend)));
    insight.quality().ifPresent(code -> code.trends().forEach(trend -> out.append(line(trend))));
  }

  private static String line(Trend trend) {
    return trend.perWeek().isEmpty()
        ? of(
            "  %-16s not enough data: %d points, %d needed%n",
            trend.metric(), trend.points(), trend.needed())
        : of(
            "  %-16s %s: %+.3g a week (95 %% interval %+.3g to %+.3g; %s), p = %.2g, adjusted"
                + " %.2g%n",
            trend.metric(),
            trend.direction().label(),
            trend.perWeek().orElseThrow(),
            trend.interval().orElseThrow().low(),
            trend.interval().orElseThrow().high(),
            trend.unit(),
            trend.pValue(),
            trend.adjusted());
  }

  private void addAdvice(Insight insight) {
    if (!insight.fixAcceptance().refusedRules().isEmpty()) {
      add("%nRefused by a person: %s%n", String.join(", ", insight.fixAcceptance().refusedRules()));
    }
    add("%nFix acceptance: %s.%n", insight.fixAcceptance().note());
    insight.warnings().forEach(warning -> out.append(paragraph(warning)));
    insight.workflows().recommendations().forEach(advice -> out.append(paragraph(advice)));
    insight
        .wording()
        .ifPresent(
            words -> add("%n[%s, %s]%n%s%n", words.model(), words.note(), words.text().strip()));
  }

  private static String paragraph(Warning warning) {
    return of(
        "%nWarning: %s%n  because: %s%n  look: %s%n",
        warning.text(), warning.evidence(), warning.command());
  }

  private static String paragraph(Recommendation advice) {
    return of(
        "%nAdvice: %s%n  because: %s%n  gain: %s%n  do: %s%n",
        advice.advice(), advice.evidence(), advice.expectedGain(), advice.command());
  }

  private <T> void section(String title, List<T> things, Function<T, String> line) {
    if (!things.isEmpty() && !title.isEmpty()) {
      add("%n%s%n", title);
    }
    things.stream().limit(MOST_LINES).forEach(thing -> add("%s%n", line.apply(thing)));
    if (things.size() > MOST_LINES) {
      add("  and %d more; --format json has all%n", things.size() - MOST_LINES);
    }
  }

  private static String share(Proportion proportion) {
    return of(
        "%d of %d (95 %% interval %.2f to %.2f)",
        proportion.successes(),
        proportion.trials(),
        proportion.interval().low(),
        proportion.interval().high());
  }

  private static String times(DurationSummary durations) {
    return of(
        "median %s, p90 %s, p99 %s",
        time(durations.median()), time(durations.p90()), time(durations.p99()));
  }

  private static String time(Duration duration) {
    double seconds = duration.toNanos() / 1e9;
    return seconds < 1 ? of("%.0f ms", seconds * 1000) : of("%.1f s", seconds);
  }

  private void add(String template, Object... values) {
    out.append(of(template, values));
  }

  private static String of(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }
}
