package io.kirolinter.cli.example;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.agents.review.FilteredReview;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.ReviewOptions;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a build plugin does: no store, no run, no thread that outlives it. */
final class BuildGate {

  private BuildGate() {}

  /**
   * Fails the build on findings in a project, as its {@code .kirolinter.yaml} leaves them.
   *
   * @throws IllegalStateException if there is one of this severity or above, or a file that could
   *     not be analysed
   */
  static void check(Path project, Severity failOn) {
    Repository repository = Repositories.open(project);
    int threads = Runtime.getRuntime().availableProcessors();
    CodeReview review =
        CodeReview.of(repository, project, List.of(JavaAnalyzer.withAllRules(threads)));
    FilteredReview filtered = FilteredReview.of(review, ReviewOptions.none());
    try (Snapshot snapshot = filtered.snapshot()) {
      AnalysisReport report = filtered.report(snapshot, Scope.everything()).report();
      report.problems().forEach(problem -> fail(problem.path() + ": " + problem.reason()));
      String grave =
          report.findings().stream()
              .filter(finding -> finding.severity().isAtLeast(failOn))
              .map(BuildGate::line)
              .collect(Collectors.joining("\n"));
      if (!grave.isEmpty()) {
        fail(grave);
      }
    }
  }

  private static String line(Finding finding) {
    return "%s:%d %s (%s)"
        .formatted(finding.path(), finding.range().startLine(), finding.message(), finding.rule());
  }

  private static void fail(String reason) {
    throw new IllegalStateException(reason);
  }
}
