package io.kirolinter.core.analysis;

import io.kirolinter.core.finding.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an analyzer found.
 *
 * @param files one report for every file that was looked at, ordered by path
 * @param general problems that belong to no single file; their path is {@code .}
 * @param failures why an analyzer did not do its work as a whole; their path is {@code .}
 */
public record AnalysisReport(
    List<FileReport> files, List<FileProblem> general, List<FileProblem> failures) {

  public AnalysisReport {
    files = files.stream().sorted(Comparator.comparing(FileReport::path)).toList();
    general = List.copyOf(general);
    failures = List.copyOf(failures);
  }

  /** Makes a report without problems but those of files. */
  public AnalysisReport(List<FileReport> files) {
    this(files, List.of(), List.of());
  }

  /** {@return this report with other reports of files} */
  public AnalysisReport withFiles(List<FileReport> others) {
    return new AnalysisReport(others, general, failures);
  }

  /** {@return all findings, ordered by file and position} */
  public List<Finding> findings() {
    return files.stream().flatMap(file -> file.findings().stream()).toList();
  }

  /** {@return what could not be analysed: failures, general problems, then those of files} */
  public List<FileProblem> problems() {
    Stream<FileProblem> ofFiles = files.stream().flatMap(file -> file.problems().stream());
    return Stream.concat(Stream.concat(failures.stream(), general.stream()), ofFiles).toList();
  }

  /** {@return how many lines were looked at} */
  public long lines() {
    return files.stream().mapToLong(FileReport::lines).sum();
  }
}
