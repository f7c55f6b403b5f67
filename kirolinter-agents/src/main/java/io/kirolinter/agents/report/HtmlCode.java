package io.kirolinter.agents.report;

import io.kirolinter.core.display.Html;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.source.SourceRange;
import java.util.List;
import java.util.stream.IntStream;

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
    int lastMarked = Math.min(range.endLine(), range.startLine() + MOST_LINES);
    int first = Math.max(1, range.startLine() - AROUND);
    int last = Math.min(file.lines().lines(), lastMarked + AROUND);
    int indent = indentOf(first, last);
    html.add("<pre class=\"code\"><code>");
    for (int line = first; line <= last; line++) {
      addLine(line, indent, range);
    }
    html.add("</code></pre>");
    if (range.endLine() > last) {
      html.add("<p class=\"more\">and %,d more lines</p>", range.endLine() - last);
    }
  }

  /** {@return how many chars of white space all lines begin with, so that they can be left out} */
  private int indentOf(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(file.lines()::textOf)
        .filter(text -> !text.isBlank())
        .mapToInt(text -> text.length() - text.stripLeading().length())
        .min()
        .orElse(0);
  }

  private void addLine(int line, int indent, SourceRange range) {
    String whole = file.lines().textOf(line);
    String text = whole.substring(Math.min(indent, whole.length()));
    boolean marked = line >= range.startLine() && line <= range.endLine();
    int start = line == range.startLine() ? range.startColumn() - 1 - indent : 0;
    int end = line == range.endLine() ? range.endColumn() - 1 - indent : text.length();
    CodeLine shown = CodeLine.of(text, marked ? start : 0, marked ? end : 0, LONGEST_LINE);
    html.add("<span class=\"l\"><span class=\"n\" aria-hidden=\"true\">%s</span>", line);
    html.add("%s", shown.before());
    if (!shown.marked().isEmpty()) {
      html.add("<mark>%s</mark>", shown.marked());
    }
    html.add("%s\n</span>", shown.after());
  }

  private void addFix(Fix fix) {
    html.add("<details class=\"change\"><summary>%s</summary>", fix.description());
    html.add("<pre class=\"code\"><code>");
    List<DiffLine> diff = FixDiff.of(fix, file);
    diff.forEach(this::addDiffLine);
    html.add("</code></pre></details>");
  }

  private void addDiffLine(DiffLine line) {
    String text = CodeLine.of(line.text(), 0, 0, LONGEST_LINE).text();
    switch (line.kind()) {
      case REMOVED -> html.add("<del class=\"l\">- %s\n</del>", text);
      case ADDED -> html.add("<ins class=\"l\">+ %s\n</ins>", text);
      case SKIPPED -> html.add("<i class=\"l\">%s\n</i>", text);
    }
  }
}
