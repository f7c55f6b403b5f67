package io.kirolinter.core.artifact;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.finding.Finding;
import java.util.List;

/**
 * What the analyzers found in one snapshot.
 *
 * @param findings the most urgent file first, by position inside a file
 * @param problems what could not be analysed
 * @param analyzers the names of those that took part
 */
public record Review(
    List<Finding> findings,
    List<FileProblem> problems,
    int files,
    long lines,
    List<String> analyzers)
    implements Artifact {

  public Review {
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    analyzers = List.copyOf(analyzers);
  }
}
