package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.dashboard.Card.Column;
import io.kirolinter.analytics.dashboard.Card.Width;
import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.trend.Trend;
import io.kirolinter.analytics.workflow.FailureGroup;
import io.kirolinter.analytics.workflow.PeriodReport;
import io.kirolinter.analytics.workflow.RuleReport;
import io.kirolinter.analytics.workflow.RunSummary;
import io.kirolinter.analytics.workflow.WorkflowReport;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.history.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The cards about runs. */
final class RunCards {

  private static final List<Column> OF_A_GROUP =
      List.of(
          Column.text("Name"),
          Column.number("Runs"),
          Column.text("Succeeded"),
          Column.number("Findings removed"),
          Column.number("A minute"),
          Column.number("Median"),
          Column.number("p90"),
          Column.number("p99"),
          Column.number("Retries"),
          Column.number("Recoveries"));

  private final Insight insight;
  private final WorkflowReport runs;

  RunCards(Insight insight) {
    this.insight = insight;
    runs = insight.workflows();
  }

  List<Html> all() {
    List<Html> cards = new ArrayList<>();
    cards.add(success());
    cards.add(usefulness());
    cards.add(lastRuns());
    cards.add(groups());
    cards.add(steps());
    if (!runs.rules().isEmpty()) {
      cards.add(rules());
    }
    if (!runs.failures().isEmpty()) {
      cards.add(failures());
    }
    return cards;
  }

  private Html success() {
    Card card =
        new Card("success", "Success over time", Width.HALF)
            .add(verdict("success rate"))
            .sentence("The share of runs that succeeded, and where the true rate lies (95 %).");
    if (runs.periods().isEmpty()) {
      return card.nothing(none()).made();
    }
    return card.chart(
            "Success over time: %s overall, in %d periods"
                .formatted(PageText.interval(runs.summary().success()), runs.periods().size()))
        .figures(
            List.of(
                Column.text("From"),
                Column.number("Runs"),
                Column.number("Rate"),
                Column.text("Interval")),
            rows(
                p ->
                    List.of(
                        PageText.minute(p.from()),
                        p.runs(),
                        PageText.percent(p.success().share()),
                        PageText.interval(p.success()))))
        .made();
  }

  private Html usefulness() {
    Card card =
        new Card("usefulness", "Useful work over time", Width.HALF)
            .add(verdict("useful work"))
            .sentence("Verified findings that runs removed, and how many in a minute of running.");
    if (runs.periods().isEmpty()) {
      return card.nothing(none()).made();
    }
    return card.chart(
            "Useful work over time: %d findings removed, %s a minute of running"
                .formatted(
                    runs.summary().findingsRemoved(),
                    PageText.number(runs.summary().removedPerMinute())))
        .figures(
            List.of(
                Column.text("From"),
                Column.number("Runs"),
                Column.number("Findings removed"),
                Column.number("A minute"),
                Column.number("Median time")),
            rows(
                p ->
                    List.of(
                        PageText.minute(p.from()),
                        p.runs(),
                        p.findingsRemoved(),
                        PageText.number(p.perMinute()),
                        PageText.time(p.median()))))
        .made();
  }

  private Html lastRuns() {
    Card card =
        new Card("run", "The steps of a run", Width.HALF)
            .sentence("When each step began and ended; blue did its work, red failed.");
    if (insight.recent().isEmpty()) {
      return card.nothing(none()).made();
    }
    Html choice = new Html();
    choice.add("<p><label for=\"run-choice\">Run </label><select id=\"run-choice\">\n");
    for (int i = 0; i < insight.recent().size(); i++) {
      choice.add("<option value=\"%d\">%s</option>\n", i, ChartData.label(insight.recent().get(i)));
    }
    choice.add("</select></p>\n");
    card.add(choice).chart("The steps of the newest run");
    Html figures = new Html();
    figures.add("<details id=\"run-figures\"><summary>Figures as a table</summary>\n");
    for (int i = 0; i < insight.recent().size(); i++) {
      addSteps(figures, insight.recent().get(i), i);
    }
    return card.add(figures.add("</details>\n")).made();
  }

  private static void addSteps(Html html, RunFacts run, int number) {
    html.add(
        "<table data-run=\"%d\"%s><caption>%s: <code>kirolinter agent status %s</code></caption>"
            + "<thead><tr><th scope=\"col\">Step</th><th scope=\"col\">Outcome</th>"
            + "<th scope=\"col\" class=\"n\">Attempts</th><th scope=\"col\" class=\"n\">Began</th>"
            + "<th scope=\"col\" class=\"n\">Took</th></tr></thead><tbody>\n",
        number, new Html.Made(number == 0 ? "" : " hidden"), ChartData.label(run), run.run());
    run.steps()
        .forEach(
            step ->
                html.add(
                    "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"n\">%d</td>"
                        + "<td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n",
                    step.name(),
                    step.outcome().map(outcome -> outcome.label()).orElse("running"),
                    step.attempts(),
                    PageText.time(step.begun()),
                    PageText.time(step.duration())));
    html.add("</tbody></table>\n");
  }

  private Html groups() {
    Card card = new Card("templates", "Templates and repositories", Width.WHOLE);
    card.sentence(
        "A history is no experiment: templates ran at different times on different code. Which is"
            + " better, 'kirolinter agent ab-test' tells.");
    List<List<?>> rows = new ArrayList<>();
    runs.templates().forEach(one -> rows.add(row(one.template(), one.summary())));
    if (runs.repositories().size() > 1) {
      runs.repositories().forEach(one -> rows.add(row(one.repository().value(), one.summary())));
    }
    return rows.isEmpty()
        ? card.nothing(none()).made()
        : card.table("How runs did", OF_A_GROUP, rows).made();
  }

  private static List<?> row(String name, RunSummary summary) {
    return List.of(
        name,
        summary.runs(),
        PageText.interval(summary.success()),
        summary.findingsRemoved(),
        PageText.number(summary.removedPerMinute()),
        PageText.time(summary.durations().median()),
        PageText.time(summary.durations().p90()),
        PageText.time(summary.durations().p99()),
        summary.retries(),
        summary.recoveries());
  }

  private Html steps() {
    Card card = new Card("steps", "Steps", Width.WHOLE);
    List<List<?>> rows = new ArrayList<>();
    runs.steps()
        .forEach(
            step ->
                rows.add(
                    List.of(
                        step.name(),
                        step.ended(),
                        PageText.interval(step.success()),
                        PageText.time(step.durations().median()),
                        PageText.time(step.durations().p90()),
                        PageText.time(step.durations().p99()),
                        step.retries(),
                        step.recoveries())));
    return rows.isEmpty()
        ? card.nothing(none()).made()
        : card.table(
                "How each step ended",
                List.of(
                    Column.text("Step"),
                    Column.number("Ended"),
                    Column.text("Did well"),
                    Column.number("Median"),
                    Column.number("p90"),
                    Column.number("p99"),
                    Column.number("Retries"),
                    Column.number("Recoveries")),
                rows)
            .made();
  }

  private Html rules() {
    List<List<?>> rows = new ArrayList<>();
    for (RuleReport rule : runs.rules()) {
      rows.add(List.of(rule.rule(), rule.removed(), rule.runs(), PageText.interval(rule.passed())));
    }
    return new Card("rules", "Rules", Width.WHOLE)
        .table(
            "What runs did about the findings of each rule",
            List.of(
                Column.text("Rule"),
                Column.number("Removed"),
                Column.number("Runs"),
                Column.text("Fixes that passed every check")),
            rows)
        .made();
  }

  private Html failures() {
    List<List<?>> rows = new ArrayList<>();
    for (FailureGroup group : runs.failures()) {
      rows.add(
          List.of(
              group.shape(),
              group.count(),
              group.fatal(),
              String.join(", ", group.steps()),
              PageText.minute(group.firstSeen()),
              PageText.minute(group.lastSeen())));
    }
    return new Card("failures", "What failed", Width.WHOLE)
        .sentence("Errors that read alike, the most frequent first.")
        .table(
            "Errors",
            List.of(
                Column.text("Error"),
                Column.number("Times"),
                Column.number("Fatal"),
                Column.text("Steps"),
                Column.text("First seen"),
                Column.text("Last seen")),
            rows)
        .made();
  }

  private Html verdict(String metric) {
    return runs.trends().stream()
        .filter(trend -> trend.metric().equals(metric))
        .findFirst()
        .map(RunCards::verdict)
        .orElseGet(Html::new);
  }

  /** What the trend is, with the figures behind it for those who point at it. */
  static Html verdict(Trend trend) {
    String text =
        trend.perWeek().isEmpty()
            ? "trend: %d of %d points needed".formatted(trend.points(), trend.needed())
            : PageText.of(
                "trend: %s, %+.3g a week (%+.3g to %+.3g), p = %.2g",
                trend.direction().label().replace('-', ' '),
                trend.perWeek().orElseThrow(),
                trend.interval().orElseThrow().low(),
                trend.interval().orElseThrow().high(),
                trend.adjusted());
    return new Html()
        .add("<p><span class=\"verdict %s\">%s</span></p>\n", trend.direction().label(), text);
  }

  private List<List<?>> rows(Function<PeriodReport, List<?>> row) {
    List<List<?>> rows = new ArrayList<>();
    runs.periods().forEach(period -> rows.add(row.apply(period)));
    return rows;
  }

  private static String none() {
    return "No run in this time. 'kirolinter agent workflow' makes one.";
  }
}
