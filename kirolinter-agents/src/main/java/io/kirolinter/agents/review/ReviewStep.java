package io.kirolinter.agents.review;

import io.kirolinter.agents.sarif.SarifAnalyzer;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  public ReviewStep(List<Analyzer> analyzers) {
    this.analyzers = List.copyOf(analyzers);
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    List<Analyzer> wanted = wanted(context);
    List<SnapshotFile> code = codeOf(context, wanted);
    FileUrgency urgency = FileUrgency.of(context, wanted, code);
    List<SnapshotFile> files = urgency.sorted(code);
    if (files.isEmpty()) {
      return StepResult.nothingToDo("there is no Java code to analyse");
    }
    Review review = review(context, wanted, files, urgency);
    return StepResult.done(review, ReviewSummary.of(review));
  }

  /** What was named when the run started; else all, without the slow ones in a quick run. */
  private List<Analyzer> wanted(StepContext context) {
    List<String> named = context.plan().options().analyzers();
    if (!named.isEmpty()) {
      return AnalyzerChoice.analyzers(named, analyzers, context.repository().location());
    }
    boolean thorough = context.plan().scope().effort() == Scope.Effort.THOROUGH;
    return analyzers.stream()
        .filter(analyzer -> thorough || analyzer.effort() == Scope.Effort.QUICK)
        .toList();
  }

  private static List<SnapshotFile> codeOf(StepContext context, List<Analyzer> wanted) {
    boolean anyLanguage = wanted.stream().anyMatch(SarifAnalyzer.class::isInstance);
    return context.snapshot().files().stream()
        .filter(file -> anyLanguage || isJava(file))
        .filter(SourceSelection.of(context.plan().scope().sources()))
        .toList();
  }

  private static boolean isJava(SnapshotFile file) {
    return file.path().value().endsWith(".java");
  }

  private static Review review(
      StepContext context, List<Analyzer> wanted, List<SnapshotFile> files, FileUrgency urgency) {
    JointAnalysis done = JointAnalysis.of(wanted, one -> analyze(one, context, files));
    AnalysisReport report = done.report();
    Review review =
        new Review(
            findingsOf(report, urgency),
            report.problems(),
            report.files().size(),
            report.lines(),
            done.analyzers());
    return Quarantine.of(context).applyTo(review);
  }

  private static AnalysisReport analyze(
      Analyzer analyzer, StepContext context, List<SnapshotFile> files) {
    boolean anyLanguage = analyzer instanceof SarifAnalyzer;
    return CachedAnalyzer.of(analyzer, context.cache())
        .analyze(
            new AnalysisRequest(
                context.snapshot(),
                files.stream().filter(file -> anyLanguage || isJava(file)).toList(),
                context.plan().scope(),
                context.progress(),
                context.cancellation()));
  }

  private static List<Finding> findingsOf(AnalysisReport report, FileUrgency urgency) {
    Set<Object> seen = new HashSet<>();
    return report.findings().stream()
        .filter(finding -> seen.add(Map.entry(finding.rule(), finding.fingerprint())))
        .sorted(
            Comparator.comparingInt((Finding one) -> urgency.rankOf(one.path()))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
