package io.kirolinter.agents.report;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourceRange;
import java.util.List;

/** The code of a finding with its place marked, and what its fix would change. */
final class HtmlCode {

  private static final int AROUND = 2;
  private static final int MOST_LINES = 8;
  private static final int LONGEST_LINE = 300;

  private final Html html;
  private final FileText file;

  private HtmlCode(Html html, FileText file) {
    this.html = html;
    this.file = file;
  }

  static void addTo(Html html, Finding finding, FileText file) {
    if (finding.range().startLine() > file.lines().lines()) {
      return; // the file is another one by now
    }
    HtmlCode code = new HtmlCode(html, file);
    code.addExcerpt(finding.range());
    finding.fix().filter(fix -> file.holds(fix.edits())).ifPresent(code::addFix);
  }

  private void addExcerpt(SourceRange range) {
    LineIndex lines = file.lines();
    int lastMarked = Math.min(range.endLine(), range.startLine() + MOST_LINES);
    int last = Math.min(lines.lines(), lastMarked + AROUND);
    html.add("<pre class=\"code\"><code>");
    for (int line = Math.max(1, range.startLine() - AROUND); line <= last; line++) {
      addLine(line, range);
    }
    html.add("</code></pre>");
    if (range.endLine() > last) {
      html.add("<p class=\"more\">and %,d more lines</p>", range.endLine() - last);
    }
  }

  private void addLine(int line, SourceRange range) {
    String text = file.lines().textOf(line);
    int start = line == range.startLine() ? range.startColumn() - 1 : 0;
    int end = line == range.endLine() ? range.endColumn() - 1 : text.length();
    boolean marked = line >= range.startLine() && line <= range.endLine();
    CodeLine shown = CodeLine.of(text, marked ? start : 0, marked ? end : 0, LONGEST_LINE);
    html.add("<span class=\"n\" aria-hidden=\"true\">%s</span>%s", line, shown.before());
    if (!shown.marked().isEmpty()) {
      html.add("<mark>%s</mark>", shown.marked());
    }
    html.add("%s\n", shown.after());
  }

  private void addFix(Fix fix) {
    html.add(
        "<details class=\"change\"><summary>%s <span class=\"fix\">%s</span></summary>",
        fix.description(), HtmlReport.label(fix.level()));
    html.add("<pre class=\"code\"><code>");
    List<DiffLine> diff = FixDiff.of(fix, file);
    diff.forEach(this::addDiffLine);
    html.add("</code></pre></details>");
  }

  private void addDiffLine(DiffLine line) {
    String text = CodeLine.of(line.text(), 0, 0, LONGEST_LINE).text();
    switch (line.kind()) {
      case REMOVED -> html.add("<del><span class=\"s\">- </span>%s</del>\n", text);
      case ADDED -> html.add("<ins><span class=\"s\">+ </span>%s</ins>\n", text);
      case SKIPPED -> html.add("<i>%s</i>\n", text);
    }
  }
}
