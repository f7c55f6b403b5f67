package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.dashboard.Card.Column;
import io.kirolinter.analytics.dashboard.Card.Width;
import io.kirolinter.analytics.experiment.Arm;
import io.kirolinter.analytics.experiment.ArmSummary;
import io.kirolinter.analytics.experiment.Check;
import io.kirolinter.analytics.experiment.ExperimentReport;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.Guardrail;
import io.kirolinter.analytics.experiment.Metric;
import io.kirolinter.analytics.experiment.PairResult;
import io.kirolinter.analytics.experiment.Trial;
import io.kirolinter.analytics.experiment.Verdict;
import io.kirolinter.core.display.Html;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A page about one experiment: what it says, how sure that is, and each of its pairs. */
public final class ExperimentPage {

  private final ExperimentReport report;
  private final ExperimentResult result;

  private ExperimentPage(ExperimentReport report) {
    this.report = report;
    result = report.result();
  }

  /** {@return a document that is whole by itself} */
  public static String file(ExperimentReport report, Instant now) {
    return new ExperimentPage(report).document(now).text();
  }

  private Document document(Instant now) {
    return new Document(
        "%s (a) against %s (b)".formatted(result.templateA(), result.templateB()),
        "Experiment %s on %s, %s, planned %s"
            .formatted(
                result.experimentId(),
                report.repository().value(),
                report.status().label(),
                PageText.minute(report.plannedAt())),
        main(),
        ExperimentChart.of(report),
        now,
        Duration.ZERO);
  }

  private Html main() {
    Html main = new Html();
    main.add(
        "<div class=\"alert note\" role=\"note\"><p><b>%s</b> %s</p></div>\n", verdict(), power());
    result
        .warnings()
        .forEach(
            warning ->
                main.add(
                    "<div class=\"alert\" role=\"note\"><p><b>Warning:</b> %s.</p></div>\n",
                    warning));
    addTiles(main);
    main.add("<div class=\"grid\">\n");
    List.of(work(), ratios(), metrics(), checks(), pairs()).forEach(main::add);
    return main.add("</div>\n");
  }

  private String verdict() {
    return result.verdict() == Verdict.INCONCLUSIVE
        ? "Inconclusive: the pairs do not tell which template does more useful work."
        : "%s (%s) does more useful work."
            .formatted(
                result.verdict() == Verdict.A ? result.templateA() : result.templateB(),
                result.verdict().label());
  }

  private String power() {
    String needed =
        result.pairsStillNeeded().isPresent() && result.pairsStillNeeded().getAsInt() > 0
            ? " Pairs still needed: %d.".formatted(result.pairsStillNeeded().getAsInt())
            : "";
    return result.power().minimumDetectableShare().isPresent()
        ? "So many pairs find with a chance of %s a template that wins %s of decided pairs.%s"
            .formatted(
                PageText.percent(result.power().target()),
                PageText.percent(result.power().minimumDetectableShare().getAsDouble()),
                needed)
        : "With so few decided pairs no difference is found with a chance of %s.%s"
            .formatted(PageText.percent(result.power().target()), needed);
  }

  private void addTiles(Html main) {
    Metric time = result.metric("duration");
    main.add("<ul class=\"tiles\" aria-label=\"At a glance\">\n");
    addTile(main, "Verdict", result.verdict().label(), "alpha " + result.alpha());
    addTile(
        main,
        "Pairs",
        String.valueOf(result.pairs()),
        "of %d planned, %d decided"
            .formatted(result.pairsPlanned(), result.metric("useful-work").pairs()));
    addTile(main, "Removed by a", removed(result.a()), median(result.a()));
    addTile(main, "Removed by b", removed(result.b()), median(result.b()));
    addTile(main, "Time of a over b", PageText.number(time.estimate()), PageText.interval(time));
    main.add("</ul>\n");
  }

  private static String removed(ArmSummary side) {
    return String.valueOf(side.findingsRemoved());
  }

  private static String median(ArmSummary side) {
    return side.durations().count() == 0
        ? "no run"
        : "findings; median run " + PageText.time(side.durations().median());
  }

  private static void addTile(Html main, String name, String figure, String more) {
    main.add(
        "<li><span class=\"name\">%s</span><b>%s</b><span class=\"more\">%s</span></li>\n",
        name, figure, more);
  }

  private Html work() {
    return new Card("work", "Findings removed, pair by pair", Width.HALF)
        .sentence("Both runs of a pair start from the same commit.")
        .chart(
            "Findings removed in %d pairs: %d by a, %d by b"
                .formatted(
                    result.pairs(), result.a().findingsRemoved(), result.b().findingsRemoved()))
        .made();
  }

  private Html ratios() {
    return new Card("ratios", "Time, pair by pair", Width.HALF)
        .sentence(
            "How many times as long a took as b. The band is the interval of the typical ratio.")
        .chart(
            "Time of a over b in %d pairs: typically %s, interval %s"
                .formatted(
                    result.pairs(),
                    PageText.number(result.metric("duration").estimate()),
                    PageText.interval(result.metric("duration"))))
        .made();
  }

  private Html metrics() {
    List<List<?>> rows = new ArrayList<>();
    result.metrics().forEach(metric -> rows.add(row(metric)));
    return new Card("metrics", "What was measured", Width.WHOLE)
        .sentence("Useful work alone gives the verdict; the p-values of the others are by Holm.")
        .table(
            "The metrics",
            List.of(
                Column.text("Metric"),
                Column.text("What the estimate is"),
                Column.number("Pairs"),
                Column.number("Estimate"),
                Column.text("Interval"),
                Column.number("Adjusted p"),
                Column.text("Test")),
            rows)
        .made();
  }

  private static List<?> row(Metric metric) {
    return List.of(
        metric.name(),
        metric.meaning(),
        metric.pairs(),
        PageText.number(metric.estimate()),
        PageText.interval(metric),
        PageText.chance(metric.adjustedPValue()),
        metric.test());
  }

  private Html checks() {
    List<List<?>> rows = new ArrayList<>();
    for (Check check : result.checks()) {
      String outcome = check.passed() ? "no cause for doubt" : "not by chance";
      rows.add(List.of(check.name(), check.question(), outcome, PageText.chance(check.pValue())));
    }
    for (Guardrail guardrail : result.guardrails()) {
      rows.add(
          List.of(
              guardrail.name(),
              guardrail.meaning(),
              guardrail.state().label(),
              PageText.number(guardrail.bound()) + " of " + PageText.number(guardrail.margin())));
    }
    return new Card("checks", "Did the experiment go as it should?", Width.WHOLE)
        .table(
            "Checks, and what the winner costs",
            List.of(
                Column.text("Check"),
                Column.text("Question"),
                Column.text("Answer"),
                Column.number("p, or bound")),
            rows)
        .made();
  }

  private Html pairs() {
    List<List<?>> rows = new ArrayList<>();
    report.pairs().forEach(pair -> rows.add(row(pair)));
    return new Card("pairs", "The pairs", Width.WHOLE)
        .figures(
            List.of(
                Column.number("Pair"),
                Column.text("Commit"),
                Column.text("First"),
                Column.text("a"),
                Column.text("b"),
                Column.text("Problems")),
            rows)
        .made();
  }

  private List<?> row(PairResult pair) {
    return List.of(
        pair.planned().number(),
        report.places().get(pair.planned().block() - 1).commit().abbreviated(),
        pair.planned().first().label(),
        pair.trial(Arm.A).map(ExperimentPage::shown).orElse("missing"),
        pair.trial(Arm.B).map(ExperimentPage::shown).orElse("missing"),
        String.join("; ", pair.problems()));
  }

  private static String shown(Trial trial) {
    return "%d removed in %s, %s"
        .formatted(
            trial.findingsRemoved(), PageText.time(trial.duration()), trial.status().label());
  }
}
