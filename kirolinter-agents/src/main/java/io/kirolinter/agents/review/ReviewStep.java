package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Step {@code analyze}: runs the analyzers over the code of the snapshot. An analyzer that fails is
 * a problem of the review, as long as another one did its work.
 */
public final class ReviewStep implements Step {

  private static final StepDescription DESCRIPTION =
      StepDescription.of("analyze", "Looks for places in the code that break rules.")
          .using(ArtifactType.RISK_RANKING)
          .producing(ArtifactType.REVIEW);

  private final List<Analyzer> analyzers;
  private final Settings ofUser;

  public ReviewStep(List<Analyzer> analyzers) {
    this(analyzers, Settings.none());
  }

  /**
   * Works by the settings of each repository.
   *
   * @param ofUser what counts where a repository has settled nothing
   */
  public ReviewStep(List<Analyzer> analyzers, Settings ofUser) {
    this.analyzers = List.copyOf(analyzers);
    this.ofUser = ofUser;
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    FindingFilter filter = FindingFilter.of(context.snapshot(), Settings.none(), ofUser);
    List<SnapshotFile> code = codeOf(context, filter);
    FileUrgency urgency = FileUrgency.of(context, wanted(context), code);
    List<SnapshotFile> files = urgency.sorted(code);
    if (files.isEmpty()) {
      return StepResult.nothingToDo("there is no Java code to analyse");
    }
    HeldFixes refused = HeldFixes.refusedOnly(context.memory(), context.repository().id());
    SettledReview settled =
        SettledReview.of(
            refused.applyTo(review(context, files, urgency)), filter, context.snapshot());
    return StepResult.done(settled.review(), ReviewSummary.of(settled.review()) + settled.remark());
  }

  private static List<SnapshotFile> codeOf(StepContext context, FindingFilter filter) {
    Scope scope = filter.widened(context.plan().scope());
    return context.snapshot().files().stream()
        .filter(file -> file.path().value().endsWith(".java"))
        .filter(SourceSelection.of(scope.sources()))
        .filter(file -> filter.analyses(file.path()))
        .toList();
  }

  private Review review(StepContext context, List<SnapshotFile> files, FileUrgency urgency) {
    List<AnalysisReport> reports = new ArrayList<>();
    List<FileProblem> failures = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Analyzer analyzer : wanted(context)) {
      try {
        reports.add(analyze(analyzer, context, files));
        names.add(analyzer.name());
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) {
        failures.add(new FileProblem(SourcePath.of("."), 0, analyzer.name() + ": " + e));
      }
    }
    return Quarantine.of(context, rulesVersion())
        .applyTo(combined(reports, failures, names, urgency));
  }

  /** That of the only analyzer whose fixes are applied. */
  private String rulesVersion() {
    return analyzers.stream()
        .filter(JavaAnalyzer.class::isInstance)
        .flatMap(analyzer -> analyzer.version().stream())
        .findFirst()
        .orElse("");
  }

  private List<Analyzer> wanted(StepContext context) {
    boolean thorough = context.plan().scope().effort() == Scope.Effort.THOROUGH;
    return analyzers.stream()
        .filter(analyzer -> thorough || analyzer.effort() == Scope.Effort.QUICK)
        .toList();
  }

  private static AnalysisReport analyze(
      Analyzer analyzer, StepContext context, List<SnapshotFile> files) {
    return CachedAnalyzer.of(analyzer, context.cache())
        .analyze(
            new AnalysisRequest(
                context.snapshot(),
                files,
                context.plan().scope(),
                context.progress(),
                context.cancellation()));
  }

  private static Review combined(
      List<AnalysisReport> reports,
      List<FileProblem> failures,
      List<String> names,
      FileUrgency urgency) {
    if (reports.isEmpty()) {
      throw new WorkFailedException(
          ErrorMessage.cannot("run", "step", "analyze")
              .found("every analyzer failed: " + failures)
              .expected("at least one analyzer to finish")
              .remedy("Read the problems above, mend them, and start again."));
    }
    List<FileProblem> problems = new ArrayList<>(failures);
    reports.forEach(report -> problems.addAll(report.problems()));
    int files = reports.stream().mapToInt(report -> report.files().size()).max().orElse(0);
    long lines = reports.stream().mapToLong(AnalysisReport::lines).max().orElse(0);
    return new Review(findingsOf(reports, urgency), problems, files, lines, names);
  }

  private static List<Finding> findingsOf(List<AnalysisReport> reports, FileUrgency urgency) {
    Set<Object> seen = new HashSet<>();
    return reports.stream()
        .flatMap(report -> report.findings().stream())
        .filter(finding -> seen.add(Map.entry(finding.rule(), finding.fingerprint())))
        .sorted(
            Comparator.comparingInt((Finding one) -> urgency.rankOf(one.path()))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
