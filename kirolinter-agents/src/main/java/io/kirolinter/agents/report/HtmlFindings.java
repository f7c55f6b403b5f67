package io.kirolinter.agents.report;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.display.VisibleText;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;

/** The findings, file by file. */
final class HtmlFindings {

  /** How many findings of one rule in one file come with their code. */
  private static final int SHOWN_OF_A_RULE = 5;

  /** How many findings come with their code at all. */
  private static final int MOST_WITH_CODE = 1_500;

  private static final int MOST_FINDINGS = 25_000;

  /** How many files are unfolded at first. */
  private static final int MOST_OPEN = 25;

  private final Html html;
  private final ReportSource source;
  private final RuleIndex rules;
  private int shown;
  private int withCode;

  private HtmlFindings(Html html, ReportSource source, RuleIndex rules) {
    this.html = html;
    this.source = source;
    this.rules = rules;
  }

  static void addTo(Html html, ReportSource source, RuleIndex rules) {
    if (!source.analysis().findings().isEmpty()) {
      new HtmlFindings(html, source, rules).add();
    }
  }

  private void add() {
    html.add("<section aria-labelledby=\"findings\">\n");
    html.add("<h2 id=\"findings\" tabindex=\"-1\">Findings</h2>\n");
    addFilter();
    html.add("<div id=\"files\">\n");
    List<FileSection> files = FileSection.hottest(source.analysis());
    files.stream().takeWhile(file -> shown < MOST_FINDINGS).forEach(this::add);
    html.add("</div>\n");
    int more = source.analysis().findings().size() - shown;
    if (more > 0) {
      html.add(
          "<p class=\"more\">%,d more findings are not in this page; the JSON report has all.</p>\n",
          more);
    }
    html.add("</section>\n");
  }

  private void addFilter() {
    html.add("<form id=\"filter\" role=\"search\" aria-label=\"Findings\" hidden>\n");
    html.add("<label>Search <input type=\"search\" id=\"q\" autocomplete=\"off\"></label>\n");
    addChoice("severity", "Severity", "low", "medium", "high", "critical");
    addChoice("category", "Category", "correctness", "security", "performance", "code-smell");
    addChoice("fix", "Fix", "safe", "unsafe", "suggestion", "none");
    html.add(
        "<label>Order <select id=\"order\"><option value=\"heat\">worst files first</option>"
            + "<option value=\"path\">by path</option>"
            + "<option value=\"count\">most findings first</option></select></label>\n");
    html.add("<span class=\"buttons\"><button type=\"button\" id=\"unfold\">Unfold all</button> ");
    html.add("<button type=\"button\" id=\"fold\">Fold all</button></span>\n");
    html.add("<p id=\"matches\" role=\"status\"></p>\n</form>\n");
  }

  private void addChoice(String id, String name, String... values) {
    String all = id.equals("severity") ? "any" : "all";
    html.add("<label>%s <select id=\"%s\"><option value=\"\">%s</option>", name, id, all);
    for (String value : values) {
      String text =
          id.equals("severity") && !value.equals("critical") ? value + " or worse" : value;
      html.add("<option value=\"%s\">%s</option>", value, text);
    }
    html.add("</select></label>\n");
  }

  private void add(FileSection file) {
    List<Finding> findings = file.report().findings();
    html.add(
        "<details class=\"file\" id=\"%s\" data-path=\"%s\" data-heat=\"%s\"%s>\n",
        file.anchor(),
        file.report().path(),
        file.heat(),
        new Html.Made(file.number() <= MOST_OPEN ? " open" : ""));
    html.add("<summary><h3>%s</h3> ", path(file.report().path().value()));
    html.add(
        "<span class=\"badge %s\">%s</span></summary>\n<ol>\n",
        HtmlReport.lower(file.worst()), Counted.of(findings.size(), "finding"));
    int withoutCode = addAll(findings);
    html.add("</ol>\n");
    if (withoutCode > 0) {
      html.add(
          "<p class=\"more\">%s without an excerpt: only the first %s of a rule in a file have one, and the first %,d of all.</p>\n",
          Counted.of(withoutCode, "finding"), SHOWN_OF_A_RULE, MOST_WITH_CODE);
    }
    html.add("</details>\n");
  }

  /** {@return how many were added without their code} */
  private int addAll(List<Finding> findings) {
    Optional<FileText> text = textOf(findings.get(0).path());
    Multiset<RuleId> ofRule = HashMultiset.create();
    int withoutCode = 0;
    for (Finding finding : findings.subList(0, Math.min(findings.size(), MOST_FINDINGS - shown))) {
      ofRule.add(finding.rule());
      boolean detailed =
          ofRule.count(finding.rule()) <= SHOWN_OF_A_RULE && withCode < MOST_WITH_CODE;
      if (detailed) {
        withCode++;
      } else {
        withoutCode++;
      }
      add(finding, detailed ? text : Optional.empty());
      shown++;
    }
    return withoutCode;
  }

  private Optional<FileText> textOf(SourcePath path) {
    return withCode < MOST_WITH_CODE
        ? source.textOf().apply(path).map(FileText::of)
        : Optional.empty();
  }

  /** The folders may break between their names. */
  private static Html.Made path(String path) {
    String breakable = Html.escaped(VisibleText.inOneLine(path)).replace("/", "/<wbr>");
    int name = breakable.lastIndexOf('>') + 1;
    return new Html.Made(
        "<span class=\"folder\">"
            + breakable.substring(0, name)
            + "</span>"
            + breakable.substring(name));
  }

  private void add(Finding finding, Optional<FileText> text) {
    String severity = HtmlReport.lower(finding.severity());
    html.add(
        "<li class=\"finding\" data-s=\"%s\" data-c=\"%s\" data-f=\"%s\">",
        severity, finding.category().label(), HtmlReport.lower(finding.fixLevel()));
    html.add(
        "<p><span class=\"place\">%s:%s</span> <span class=\"badge %s\">%s</span> %s"
            + " <a class=\"rule\" href=\"#%s\">%s</a>",
        String.valueOf(finding.range().startLine()),
        String.valueOf(finding.range().startColumn()),
        severity,
        severity,
        finding.message(),
        rules.anchor(finding.rule()),
        finding.rule());
    if (finding.fixLevel() != FixLevel.NONE) {
      html.add(
          " <span class=\"fix %s\">%s</span>",
          HtmlReport.lower(finding.fixLevel()), HtmlReport.label(finding.fixLevel()));
    }
    html.add("</p>");
    text.ifPresent(file -> HtmlCode.addTo(html, finding, file));
    html.add("</li>\n");
  }
}
