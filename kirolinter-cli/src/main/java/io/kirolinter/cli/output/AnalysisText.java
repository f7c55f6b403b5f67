package io.kirolinter.cli.output;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
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

  private final Function<SourcePath, Optional<String>> textOf;
  private final StringBuilder out = new StringBuilder();
  private Optional<SourcePath> shown = Optional.empty();
  private Optional<LineIndex> lines = Optional.empty();

  private AnalysisText(Function<SourcePath, Optional<String>> textOf) {
    this.textOf = textOf;
  }

  /**
   * {@return the report for people}
   *
   * @param textOf reads a file of the report, for the excerpts
   */
  public static String of(AnalysisReport report, Function<SourcePath, Optional<String>> textOf) {
    AnalysisText text = new AnalysisText(textOf);
    report.findings().forEach(text::add);
    report.problems().forEach(text::add);
    return text.withSummary(report);
  }

  private void add(Finding finding) {
    SourceRange range = finding.range();
    out.append(
        "%s:%d:%d: %s: %s [%s]%s%n"
            .formatted(
                finding.path(),
                range.startLine(),
                range.startColumn(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.message(),
                finding.rule(),
                fixMark(finding)));
    linesOf(finding.path()).ifPresent(index -> addExcerpt(index, range));
  }

  private static String fixMark(Finding finding) {
    return finding.fixLevel() == FixLevel.NONE
        ? ""
        : " (fix: " + finding.fixLevel().name().toLowerCase(Locale.ROOT) + ")";
  }

  private void addExcerpt(LineIndex index, SourceRange range) {
    String line = index.textOf(range.startLine());
    int start = Math.min(range.startColumn() - 1, line.length());
    int end = range.endLine() == range.startLine() ? range.endColumn() - 1 : line.length();
    String margin = line.substring(0, start).replaceAll("[^\\t]", " ");
    String carets = "^".repeat(Math.max(1, Math.min(end, line.length()) - start));
    out.append("    %s%n    %s%s%n".formatted(line, margin, carets));
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
    out.append("%s%s: not analysed: %s%n".formatted(problem.path(), line, problem.reason()));
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
