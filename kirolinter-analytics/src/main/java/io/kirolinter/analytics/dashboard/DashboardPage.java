package io.kirolinter.analytics.dashboard;

import com.google.common.hash.Hashing;
import io.kirolinter.analytics.dashboard.Html.Made;
import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.insight.Warning;
import io.kirolinter.analytics.quality.QualityPoint;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.analytics.workflow.RunSummary;
import io.kirolinter.core.repository.RepositoryId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A page that shows all of it. It loads nothing, runs only scripts that it brings along, and says
 * in words and tables what its charts show.
 */
public final class DashboardPage {

  private static final String POLICY =
      "default-src 'none'; style-src %s; script-src %s %s; connect-src %s; img-src data:;"
          + " base-uri 'none'; form-action 'none'";

  private final DashboardData data;
  private final Insight insight;
  private final Html html = new Html();

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

  /**
   * {@return the content security policy of the page}
   *
   * @param connect from where it may load, such as {@code 'none'}
   */
  static String policy(String connect) {
    return POLICY.formatted(
        PageResource.STYLE.source(),
        PageResource.CHARTS.source(),
        PageResource.SCRIPT.source(),
        connect);
  }

  private String document(Duration interval) {
    html.add("<!DOCTYPE html>\n<html lang=\"en\" data-live=\"%d\">\n", interval.toSeconds());
    addHead(interval.isZero() ? "'none'" : "'self'");
    html.add("<body>\n<a class=\"skip\" href=\"#main\">Skip to the figures</a>\n");
    addHeader();
    addMain();
    html.add(
        "<footer><p>Made %s by KiroLinter. Nothing is loaded from elsewhere. Charts: Chart.js,"
            + " MIT.</p><p id=\"news\" role=\"status\"></p></footer>\n",
        PageText.minute(data.madeAt()));
    addScripts();
    html.add("</body>\n</html>\n");
    return html.toString();
  }

  private void addHead(String connect) {
    html.add("<head>\n<meta charset=\"utf-8\">\n");
    html.add(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n",
        new Made(policy(connect)));
    html.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.add("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.add("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.add("<link rel=\"icon\" href=\"data:,\">\n");
    html.add("<title>KiroLinter: %s</title>\n", name());
    html.add("<style>%s</style>\n</head>\n", new Made(PageResource.STYLE.text()));
  }

  private void addHeader() {
    html.add(
        "<header><h1><small>KiroLinter</small>%s</h1><p class=\"soft\">%s to %s</p></header>\n",
        name(), PageText.minute(insight.window().from()), PageText.minute(data.madeAt()));
  }

  private void addMain() {
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
    plans.all().forEach(body::add);
    body.add(plans.advice());
    runs.subList(3, runs.size()).forEach(body::add);
    body.add("</div>\n");
    html.add(
        "<main id=\"main\" data-version=\"%s\">\n%s</main>\n",
        Hashing.sha256().hashString(body.toString(), StandardCharsets.UTF_8).toString(),
        body.made());
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

  private void addScripts() {
    html.add(
        "<script type=\"application/json\" id=\"data\">%s</script>\n",
        new Made(ChartData.of(data).json()));
    html.add("<script>%s</script>\n", new Made(PageResource.CHARTS.text()));
    html.add("<script>%s</script>\n", new Made(PageResource.SCRIPT.text()));
  }

  private String name() {
    return insight.repository().map(RepositoryId::value).orElse("all repositories");
  }
}
