package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several reports as one, in which each file is there once and what several analyzers found is
 * shown once: that of the first report stays.
 *
 * <p>Two findings of different reports are one if their rules mean the same and they overlap, or
 * start on the same line; for security, if they start on the same line and name the same weakness.
 * Each finding stands for at most one of any other report, so that two faults on a line stay two.
 */
final class MergedReports {

  private final EquivalentRules rules;

  private MergedReports(EquivalentRules rules) {
    this.rules = rules;
  }

  /**
   * {@return one report}
   *
   * @param reports the most wanted first
   * @param rules all rules that have findings in them
   */
  static AnalysisReport of(List<AnalysisReport> reports, Collection<Rule> rules) {
    MergedReports merged = new MergedReports(EquivalentRules.of(rules));
    Map<SourcePath, List<FileReport>> byPath = new LinkedHashMap<>();
    for (AnalysisReport report : reports) {
      for (FileReport file : report.files()) {
        byPath.computeIfAbsent(file.path(), any -> new ArrayList<>()).add(file);
      }
    }
    return new AnalysisReport(
        byPath.values().stream().map(merged::one).toList(),
        reports.stream().flatMap(report -> report.general().stream()).toList(),
        reports.stream().flatMap(report -> report.failures().stream()).toList());
  }

  private FileReport one(List<FileReport> reports) {
    if (reports.size() == 1) {
      return reports.get(0);
    }
    List<FileProblem> problems =
        reports.stream().flatMap(report -> report.problems().stream()).distinct().toList();
    int lines = reports.stream().mapToInt(FileReport::lines).max().orElse(0);
    return new FileReport(reports.get(0).path(), lines, findings(reports), problems);
  }

  private List<Finding> findings(List<FileReport> reports) {
    List<Finding> kept = new ArrayList<>();
    for (FileReport report : reports) {
      kept.addAll(news(report, kept));
    }
    return kept;
  }

  /** {@return what no earlier report has} */
  private List<Finding> news(FileReport report, List<Finding> earlier) {
    Set<Finding> taken = new HashSet<>();
    List<Finding> news = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Optional<Finding> known =
          earlier.stream()
              .filter(one -> !taken.contains(one) && isSame(one, finding))
              .min(Comparator.comparingInt(one -> distance(one.range(), finding.range())));
      known.ifPresentOrElse(taken::add, () -> news.add(finding));
    }
    return news;
  }

  private boolean isSame(Finding one, Finding other) {
    SourceRange place = one.range();
    boolean sameLine = place.startLine() == other.range().startLine();
    if (rules.same(one.rule(), other.rule())) {
      return sameLine || overlap(place, other.range());
    }
    return sameLine
        && one.category() == Category.SECURITY
        && other.category() == Category.SECURITY
        && rules.shareWeakness(one.rule(), other.rule());
  }

  private static boolean overlap(SourceRange one, SourceRange other) {
    return startsIn(one, other) || startsIn(other, one);
  }

  private static boolean startsIn(SourceRange one, SourceRange other) {
    boolean afterStart = isBefore(other.startLine(), other.startColumn(), one);
    boolean beforeEnd =
        one.startLine() < other.endLine()
            || (one.startLine() == other.endLine() && one.startColumn() < other.endColumn());
    return afterStart && beforeEnd;
  }

  private static boolean isBefore(int line, int column, SourceRange range) {
    return line < range.startLine() || (line == range.startLine() && column <= range.startColumn());
  }

  /** Lines weigh more than any column does. */
  private static int distance(SourceRange one, SourceRange other) {
    int lines = Math.min(Math.abs(one.startLine() - other.startLine()), 10_000);
    int columns = Math.min(Math.abs(one.startColumn() - other.startColumn()), 9_999);
    return lines * 10_000 + columns;
  }
}
