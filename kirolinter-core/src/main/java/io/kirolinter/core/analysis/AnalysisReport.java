package io.kirolinter.core.analysis;

import io.kirolinter.core.finding.Finding;
import java.util.List;

/**
 * What an analyzer found.
 *
 * @param findings ordered by file and position
 * @param problems files that could not be analysed, ordered by file
 * @param files how many files were looked at, those with problems included
 * @param lines how many lines these files have together
 */
public record AnalysisReport(
    List<Finding> findings, List<FileProblem> problems, int files, long lines) {

  public AnalysisReport {
    findings = findings.stream().sorted().toList();
    problems = problems.stream().sorted().toList();
  }
}
