package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.evolution.EvolutionReport;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.Metric;
import io.kirolinter.analytics.quality.Change;
import io.kirolinter.analytics.quality.HotFile;
import io.kirolinter.analytics.quality.QualityPoint;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.analytics.workflow.PeriodReport;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.StepFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures behind the charts of a page, as its script reads them. */
record ChartData(
    List<Period> periods,
    List<Severities> quality,
    List<Turnover> changes,
    List<Waterfall> runs,
    List<Severities> files,
    List<Interval> experiments,
    List<Interval> times,
    List<Evidence> evolution) {

  /** How many lines a chart of files or experiments has at most. */
  private static final int MOST_BARS = 12;

  record Period(
      String label, double share, double low, double high, int removed, double perMinute) {}

  record Severities(
      String label, String path, double critical, double high, double medium, double low) {}

  record Turnover(String label, int fresh, int fixed, int reopened) {}

  record Waterfall(String label, double seconds, List<Bar> steps) {}

  record Bar(String name, String outcome, int attempts, double begin, double end) {}

  record Interval(String name, String verdict, double estimate, double low, double high) {

    /** {@return where a metric lies; nothing if it has no interval} */
    static Optional<Interval> of(ExperimentResult experiment, String metric) {
      Metric found = experiment.metric(metric);
      return found.low().isPresent() && found.high().isPresent()
          ? Optional.of(
              new Interval(
                  experiment.templateA() + " : " + experiment.templateB(),
                  experiment.verdict().label(),
                  found.estimate().orElseThrow(),
                  found.low().getAsDouble(),
                  found.high().getAsDouble()))
          : Optional.empty();
    }
  }

  /** How near a challenger is to the gate, in percent, and with which chance it runs next. */
  record Evidence(String name, double share, double chance) {}

  static ChartData of(DashboardData data) {
    Optional<QualityReport> code = data.insight().quality();
    return new ChartData(
        data.insight().workflows().periods().stream().map(ChartData::period).toList(),
        code.stream().flatMap(c -> c.points().stream()).map(ChartData::severities).toList(),
        code.stream().flatMap(c -> c.changes().stream()).map(ChartData::turnover).toList(),
        data.insight().recent().stream().map(ChartData::waterfall).toList(),
        code.stream()
            .flatMap(c -> c.files().stream())
            .limit(MOST_BARS)
            .map(ChartData::severities)
            .toList(),
        intervals(data, "useful-work"),
        intervals(data, "duration"),
        data.evolutions().stream().flatMap(ChartData::evidence).limit(MOST_BARS).toList());
  }

  static String label(RunFacts run) {
    return "%s, %s, %s"
        .formatted(PageText.minute(run.createdAt()), run.template(), run.status().label());
  }

  private static Period period(PeriodReport period) {
    return new Period(
        PageText.period(period.from(), period.length()),
        period.success().share(),
        period.success().interval().low(),
        period.success().interval().high(),
        period.findingsRemoved(),
        period.perMinute());
  }

  private static Severities severities(QualityPoint point) {
    double thousands = point.lines() / 1000.0;
    return severities(PageText.day(point.at()), "", point.findings(), thousands);
  }

  private static Severities severities(HotFile file) {
    return severities("", file.path().value(), file.findings(), 1);
  }

  private static Severities severities(
      String label, String path, Map<Severity, Integer> findings, double in) {
    return new Severities(
        label,
        path,
        findings.getOrDefault(Severity.CRITICAL, 0) / in,
        findings.getOrDefault(Severity.HIGH, 0) / in,
        findings.getOrDefault(Severity.MEDIUM, 0) / in,
        findings.getOrDefault(Severity.LOW, 0) / in);
  }

  private static Turnover turnover(Change change) {
    return new Turnover(
        PageText.day(change.at()), change.fresh(), change.fixed(), change.reopened());
  }

  private static Waterfall waterfall(RunFacts run) {
    return new Waterfall(
        label(run), seconds(run.duration()), run.steps().stream().map(ChartData::bar).toList());
  }

  private static Bar bar(StepFacts step) {
    double begin = seconds(step.begun());
    return new Bar(
        step.name(),
        step.outcome().map(outcome -> outcome.label()).orElse("running"),
        step.attempts(),
        begin,
        begin + seconds(step.duration()));
  }

  private static List<Interval> intervals(DashboardData data, String metric) {
    return data.experiments().stream()
        .flatMap(experiment -> Interval.of(experiment, metric).stream())
        .limit(MOST_BARS)
        .toList();
  }

  private static Stream<Evidence> evidence(EvolutionReport evolution) {
    return evolution.challengers().stream()
        .map(
            each ->
                new Evidence(
                    each.version().version(), 100 * each.share(), 100 * each.nextChance()));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
