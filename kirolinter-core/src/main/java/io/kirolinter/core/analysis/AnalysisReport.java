package io.kirolinter.core.analysis;

import io.kirolinter.core.finding.Finding;
import java.util.Comparator;
import java.util.List;

/**
 * What an analyzer found.
 *
 * @param files one report for every file that was looked at, ordered by path
 */
public record AnalysisReport(List<FileReport> files) {

  public AnalysisReport {
    files = files.stream().sorted(Comparator.comparing(FileReport::path)).toList();
  }

  /** {@return all findings, ordered by file and position} */
  public List<Finding> findings() {
    return files.stream().flatMap(file -> file.findings().stream()).toList();
  }

  /** {@return what could not be analysed, ordered by file} */
  public List<FileProblem> problems() {
    return files.stream().flatMap(file -> file.problems().stream()).toList();
  }

  /** {@return how many lines were looked at} */
  public long lines() {
    return files.stream().mapToLong(FileReport::lines).sum();
  }
}
