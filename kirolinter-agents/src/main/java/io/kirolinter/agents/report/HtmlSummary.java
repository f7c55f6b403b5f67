package io.kirolinter.agents.report;

import static java.util.Comparator.comparing;

import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** The figures at the top of the page: how many, how bad, of which kind, and where. */
final class HtmlSummary {

  private static final int HOTTEST = 8;
  private static final int MOST_RULES = 10;

  private final Html html;
  private final List<Finding> findings;

  private HtmlSummary(Html html, AnalysisReport analysis) {
    this.html = html;
    findings = analysis.findings();
  }

  static void addTo(Html html, AnalysisReport analysis, RuleIndex rules) {
    if (analysis.findings().isEmpty()) {
      return;
    }
    HtmlSummary summary = new HtmlSummary(html, analysis);
    html.add("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n");
    summary.addFigures();
    html.add("<div class=\"charts\">\n");
    summary.addSeverities();
    summary.addCategories();
    summary.addRules(rules);
    summary.addHotFiles(analysis);
    html.add("</div>\n</section>\n");
  }

  private void addFigures() {
    long safe = findings.stream().filter(one -> one.fixLevel() == FixLevel.SAFE).count();
    long grave = findings.stream().filter(it -> it.severity().isAtLeast(Severity.HIGH)).count();
    html.add("<dl class=\"figures\">\n");
    addFigure("findings", findings.size());
    addFigure("high or critical", grave);
    addFigure("with a safe fix", safe);
    html.add("</dl>\n");
  }

  private void addFigure(String name, long count) {
    html.add("<div><dt>%s</dt><dd>%,d</dd></div>\n", name, count);
  }

  private void addSeverities() {
    Multiset<Severity> counts = TreeMultiset.create();
    findings.forEach(finding -> counts.add(finding.severity()));
    List<Bar> bars = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      String name = HtmlReport.lower(severity);
      bars.add(0, new Bar(text(name), name, counts.count(severity)));
    }
    addChart("By severity", bars);
  }

  private void addCategories() {
    Multiset<Category> counts = TreeMultiset.create();
    findings.forEach(finding -> counts.add(finding.category()));
    List<Bar> bars = new ArrayList<>();
    for (Category category : Category.values()) {
      bars.add(new Bar(text(category.label()), "plain", counts.count(category)));
    }
    addChart("By category", bars);
  }

  private void addRules(RuleIndex rules) {
    List<Bar> bars =
        rules.rules().stream()
            .sorted(comparing((Rule rule) -> -rules.count(rule)))
            .limit(MOST_RULES)
            .map(
                rule ->
                    new Bar(
                        link("#" + rules.anchor(rule.id()), rule.id().value()),
                        HtmlReport.lower(rule.severity()),
                        rules.count(rule)))
            .toList();
    int more = rules.rules().size() - bars.size();
    addChart(more > 0 ? "Most frequent rules of " + rules.rules().size() : "By rule", bars);
  }

  private void addHotFiles(AnalysisReport analysis) {
    List<Bar> bars =
        FileSection.hottest(analysis).stream()
            .limit(HOTTEST)
            .map(
                file ->
                    new Bar(
                        link("#" + file.anchor(), shortened(file.report())),
                        HtmlReport.lower(file.worst()),
                        file.report().findings().size()))
            .toList();
    addChart("Worst files", bars);
  }

  private static String shortened(FileReport file) {
    return file.path().fileName();
  }

  private record Bar(Html.Made name, String kind, int count) {}

  private void addChart(String title, List<Bar> bars) {
    int most = bars.stream().mapToInt(Bar::count).max().orElse(1);
    html.add("<table class=\"chart\">\n<caption>%s</caption>\n<tbody>\n", title);
    for (Bar bar : bars) {
      html.add(
          "<tr><th scope=\"row\">%s</th><td class=\"count\">%,d</td><td class=\"bar\">"
              + "<svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
              + "<rect class=\"%s\" width=\"%s\" height=\"8\"/></svg></td></tr>\n",
          bar.name(), bar.count(), bar.kind(), width(bar.count(), most));
    }
    html.add("</tbody>\n</table>\n");
  }

  /** One finding among thousands is seen too. */
  private static int width(int count, int most) {
    return count == 0 ? 0 : Math.max(1, (int) (100L * count / Math.max(1, most)));
  }

  private static Html.Made text(String text) {
    return new Html().add("%s", text).made();
  }

  private static Html.Made link(String target, String text) {
    return new Html().add("<a href=\"%s\">%s</a>", target, text).made();
  }
}
