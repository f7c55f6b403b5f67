package io.kirolinter.core.analysis;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an analyzer found in one file.
 *
 * @param lines how many lines the file has; 0 if it could not be read
 * @param findings ordered by position
 * @param problems why the file was not analysed, or not as a whole
 */
public record FileReport(
    SourcePath path, int lines, List<Finding> findings, List<FileProblem> problems) {

  public FileReport {
    requireNonNull(path, "path");
    findings = findings.stream().sorted().toList();
    problems = problems.stream().sorted().toList();
  }

  /** {@return the report of a file that could not be analysed at all} */
  public static FileReport unreadable(SourcePath path, String reason) {
    return new FileReport(path, 0, List.of(), List.of(new FileProblem(path, 0, reason)));
  }

  /** {@return this report with the wanted findings only; problems stay} */
  public FileReport only(Predicate<Finding> wanted) {
    return new FileReport(path, lines, findings.stream().filter(wanted).toList(), problems);
  }
}
