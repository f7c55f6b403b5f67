package io.kirolinter.cli.output;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import java.util.List;

/** The JSON of {@code analyze}; scripts depend on its names. */
public record AnalysisJson(
    List<FindingJson> findings, List<FileProblem> problems, int files, long lines) {

  /** The JSON of a finding. Lines and columns count from 1, the end is exclusive. */
  public record FindingJson(
      RuleId rule,
      Category category,
      Severity severity,
      SourcePath path,
      int startLine,
      int startColumn,
      int endLine,
      int endColumn,
      String message,
      Fingerprint fingerprint,
      FixLevel fix) {

    static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.rule(),
          finding.category(),
          finding.severity(),
          finding.path(),
          finding.range().startLine(),
          finding.range().startColumn(),
          finding.range().endLine(),
          finding.range().endColumn(),
          finding.message(),
          finding.fingerprint(),
          finding.fixLevel());
    }
  }

  public static AnalysisJson of(AnalysisReport report) {
    return new AnalysisJson(
        report.findings().stream().map(FindingJson::of).toList(),
        report.problems(),
        report.files().size(),
        report.lines());
  }
}
