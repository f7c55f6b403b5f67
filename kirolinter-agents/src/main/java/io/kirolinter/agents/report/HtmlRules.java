package io.kirolinter.agents.report;

import io.kirolinter.core.display.Html;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.notice.Counted;
import java.util.Optional;

/** What the rules that found something are about. */
final class HtmlRules {

  private final Html html;
  private final ReportSource source;
  private final RuleIndex rules;

  private HtmlRules(Html html, ReportSource source, RuleIndex rules) {
    this.html = html;
    this.source = source;
    this.rules = rules;
  }

  static void addTo(Html html, ReportSource source, RuleIndex rules) {
    if (rules.rules().isEmpty()) {
      return;
    }
    HtmlRules section = new HtmlRules(html, source, rules);
    html.add("<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n");
    rules.rules().forEach(section::add);
    html.add("</section>\n");
  }

  private void add(Rule rule) {
    String severity = HtmlReport.lower(rule.severity());
    html.add("<details class=\"about\"><summary><h3>%s</h3> ", rule.name());
    html.add(
        "<span class=\"badge %s\">%s</span> <code>%s</code> <span class=\"count\">%s</span>"
            + "</summary>\n",
        severity, severity, rule.id(), Counted.of(rules.count(rule), "finding"));
    html.add("<div class=\"page\" id=\"%s\" tabindex=\"-1\">\n", rules.anchor(rule.id()));
    html.add("<p>%s</p>\n", rule.description());
    Optional<String> page = source.pageOf().apply(rule.id());
    page.ifPresent(markdown -> MarkdownHtml.addTo(html, markdown));
    html.add("</div>\n</details>\n");
  }
}
