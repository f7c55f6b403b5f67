package io.kirolinter.agents.integrate;

import io.kirolinter.agents.report.Origin;
import io.kirolinter.agents.report.ReportSource;
import io.kirolinter.agents.report.SarifReport;
import io.kirolinter.agents.report.Tool;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The review of a commit as SARIF. */
final class ReviewSarif {

  private static final String VERSION = "workflow";

  private ReviewSarif() {}

  static String of(Review review, RepositoryId repository, CommitId commit) {
    Map<SourcePath, List<Finding>> byFile =
        review.findings().stream()
            .collect(Collectors.groupingBy(Finding::path, TreeMap::new, Collectors.toList()));
    List<FileReport> files =
        byFile.entrySet().stream()
            .map(file -> new FileReport(file.getKey(), 1, file.getValue(), List.of()))
            .toList();
    List<FileProblem> problems = review.problems();
    return SarifReport.of(
        new ReportSource(
            new AnalysisReport(files, problems, List.of()),
            List.of(),
            Tool.kiroLinter(VERSION),
            new Origin(Optional.of(repository), Optional.of(commit)),
            path -> Optional.empty(),
            rule -> Optional.empty()));
  }
}
