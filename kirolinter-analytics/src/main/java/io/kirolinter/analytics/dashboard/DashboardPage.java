package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.insight.Warning;
import io.kirolinter.analytics.quality.QualityPoint;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.analytics.workflow.RunSummary;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A page that shows all of it, and says in words and tables what its charts show. */
public final class DashboardPage {

  private final DashboardData data;
  private final Insight insight;

  private DashboardPage(DashboardData data) {
    this.data = data;
    insight = data.insight();
  }

  /** {@return a document that is whole by itself} */
  public static String file(DashboardData data) {
    return new DashboardPage(data).document(Duration.ZERO);
  }

  /** {@return a document that asks for itself again and again, and shows what has changed} */
  static String live(DashboardData data, Duration interval) {
    return new DashboardPage(data).document(interval);
  }

  private String document(Duration interval) {
    String window =
        "%s to %s"
            .formatted(PageText.minute(insight.window().from()), PageText.minute(data.madeAt()));
    return new Document(name(), window, main(), ChartData.of(data), data.madeAt(), interval).text();
  }

  private Html main() {
    Html body = new Html();
    addNavigation(body);
    addWarnings(body);
    addTiles(body);
    body.add("<div class=\"grid\">\n");
    PlanCards plans = new PlanCards(data);
    List<Html> runs = new RunCards(insight).all();
    runs.subList(0, 2).forEach(body::add);
    insight.quality().map(CodeCards::new).ifPresent(code -> code.all().forEach(body::add));
    body.add(runs.get(2));
    ExperimentCards.of(data.experiments()).forEach(body::add);
    EvolutionCards.of(data.evolutions()).forEach(body::add);
    body.add(plans.calendar());
    body.add(plans.advice());
    runs.subList(3, runs.size()).forEach(body::add);
    return body.add("</div>\n");
  }

  private void addNavigation(Html body) {
    body.add("<nav aria-label=\"Parts of the page\"><ul>\n");
    addLink(body, "success", "Success");
    addLink(body, "usefulness", "Useful work");
    if (insight.quality().isPresent()) {
      addLink(body, "findings", "Findings");
      addLink(body, "files", "Hot files");
    }
    addLink(body, "run", "Runs");
    addLink(body, "experiments", "Experiments");
    addLink(body, "evolution", "Evolution");
    addLink(body, "calendar", "Calendar");
    addLink(body, "advice", "What to do");
    body.add("</ul></nav>\n");
  }

  private static void addLink(Html body, String id, String name) {
    body.add("<li><a href=\"#%s\">%s</a></li>\n", id, name);
  }

  private void addWarnings(Html body) {
    for (Warning warning : insight.warnings()) {
      body.add(
          "<div class=\"alert\" role=\"note\"><p><b>Warning: %s.</b> %s</p></div>\n",
          warning.text(), warning.evidence());
    }
    insight
        .quality()
        .flatMap(QualityReport::note)
        .ifPresent(
            note ->
                body.add(
                    "<div class=\"alert note\" role=\"note\"><p>Quality: %s.</p></div>\n", note));
  }

  private void addTiles(Html body) {
    RunSummary all = insight.workflows().summary();
    body.add("<ul class=\"tiles\" aria-label=\"At a glance\">\n");
    addTile(body, "Runs", String.valueOf(all.runs()), all.takeovers() + " taken over");
    addTile(
        body,
        "Success",
        all.success().trials() == 0 ? "–" : PageText.percent(all.success().share()),
        PageText.interval(all.success()));
    addTile(
        body,
        "Findings removed",
        String.valueOf(all.findingsRemoved()),
        PageText.number(all.removedPerMinute()) + " a minute of running");
    addTile(
        body,
        "Time of a run",
        all.durations().count() == 0 ? "–" : PageText.time(all.durations().median()),
        "p99 " + PageText.time(all.durations().p99()));
    newest()
        .ifPresent(
            point ->
                addTile(
                    body,
                    "Findings in 1,000 lines",
                    PageText.number(point.perThousand()),
                    PageText.of("in %,d lines", point.lines())));
    body.add("</ul>\n");
  }

  private static void addTile(Html body, String name, String figure, String more) {
    body.add(
        "<li><span class=\"name\">%s</span><b>%s</b><span class=\"more\">%s</span></li>\n",
        name, figure, more);
  }

  private Optional<QualityPoint> newest() {
    return insight
        .quality()
        .map(QualityReport::points)
        .filter(points -> !points.isEmpty())
        .map(points -> points.get(points.size() - 1));
  }

  private String name() {
    return insight.repository().map(RepositoryId::value).orElse("all repositories");
  }
}
