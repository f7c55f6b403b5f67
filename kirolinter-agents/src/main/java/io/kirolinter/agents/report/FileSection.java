package io.kirolinter.agents.report;

import static java.util.Comparator.comparing;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A file with findings, at its place in the report.
 *
 * @param number from 1, by which the page names it
 */
record FileSection(FileReport report, int number) {

  /** {@return the files with findings: those with the worst first} */
  static List<FileSection> hottest(AnalysisReport analysis) {
    List<FileReport> files =
        analysis.files().stream()
            .filter(file -> !file.findings().isEmpty())
            .sorted(comparing((FileReport file) -> -heat(file)).thenComparing(FileReport::path))
            .toList();
    return IntStream.range(0, files.size())
        .mapToObj(i -> new FileSection(files.get(i), i + 1))
        .toList();
  }

  String anchor() {
    return "file-" + number;
  }

  Severity worst() {
    return report.findings().stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** {@return how much the findings weigh; one step of severity counts as much as four findings} */
  long heat() {
    return heat(report);
  }

  private static long heat(FileReport file) {
    return file.findings().stream().mapToLong(finding -> weight(finding.severity())).sum();
  }

  private static long weight(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 64;
      case HIGH -> 16;
      case MEDIUM -> 4;
      case LOW -> 1;
    };
  }
}
