package io.kirolinter.cli.output;

import io.kirolinter.agents.report.CodeLine;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.display.VisibleText;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The text of {@code analyze}: each finding with its line of code and a caret under the place. */
public final class AnalysisText {

  /** Longer lines are cut around the place. */
  private static final int LONGEST_LINE = 160;

  private final Function<SourcePath, Optional<String>> textOf;
  private final TextStyle style;
  private final StringBuilder out = new StringBuilder();
  private Optional<SourcePath> shown = Optional.empty();
  private Optional<LineIndex> lines = Optional.empty();

  private AnalysisText(Function<SourcePath, Optional<String>> textOf, TextStyle style) {
    this.textOf = textOf;
    this.style = style;
  }

  /**
   * {@return the report for people}
   *
   * @param textOf reads a file of the report, for the excerpts
   */
  public static String of(
      AnalysisReport report, Function<SourcePath, Optional<String>> textOf, TextStyle style) {
    AnalysisText text = new AnalysisText(textOf, style);
    report.findings().forEach(text::add);
    report.problems().forEach(text::add);
    return text.withSummary(report);
  }

  private void add(Finding finding) {
    SourceRange range = finding.range();
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    out.append(
        "%s: %s: %s %s%s%n"
            .formatted(
                style.strong(
                    "%s:%d:%d"
                        .formatted(shown(finding.path()), range.startLine(), range.startColumn())),
                style.of(finding.severity(), severity),
                VisibleText.inOneLine(finding.message()),
                style.faint("[" + finding.rule() + "]"),
                fixMark(finding)));
    linesOf(finding.path())
        .filter(index -> range.startLine() <= index.lines())
        .ifPresent(index -> addExcerpt(index, finding));
  }

  private static String fixMark(Finding finding) {
    return finding.fixLevel() == FixLevel.NONE
        ? ""
        : " (fix: " + finding.fixLevel().name().toLowerCase(Locale.ROOT) + ")";
  }

  private void addExcerpt(LineIndex index, Finding finding) {
    SourceRange range = finding.range();
    String text = index.textOf(range.startLine());
    int end = range.endLine() == range.startLine() ? range.endColumn() - 1 : text.length();
    CodeLine line = CodeLine.of(text, range.startColumn() - 1, end, LONGEST_LINE);
    String carets = "^".repeat(Math.max(1, Columns.of(line.marked())));
    out.append(
        "    %s%n    %s%s%n"
            .formatted(
                line.text(), Columns.blank(line.before()), style.of(finding.severity(), carets)));
  }

  private static String shown(SourcePath path) {
    return VisibleText.inOneLine(path.value());
  }

  private Optional<LineIndex> linesOf(SourcePath path) {
    if (!shown.equals(Optional.of(path))) {
      shown = Optional.of(path);
      lines = textOf.apply(path).map(LineIndex::of);
    }
    return lines;
  }

  private void add(FileProblem problem) {
    String line = problem.line() == 0 ? "" : ":" + problem.line();
    out.append(
        "%s: %s: %s%n"
            .formatted(
                style.strong(shown(problem.path()) + line),
                style.alarming("not analysed"),
                VisibleText.inOneLine(problem.reason())));
  }

  private String withSummary(AnalysisReport report) {
    long fixable =
        report.findings().stream().filter(one -> one.fixLevel() == FixLevel.SAFE).count();
    out.append(
        String.format(
            Locale.ROOT,
            "%s in %s (%s), %,d with a safe fix; %s%n",
            Counted.of(report.findings().size(), "finding"),
            Counted.of(report.files().size(), "file"),
            Counted.of(report.lines(), "line"),
            fixable,
            Counted.of(report.problems().size(), "problem")));
    return out.toString();
  }
}
