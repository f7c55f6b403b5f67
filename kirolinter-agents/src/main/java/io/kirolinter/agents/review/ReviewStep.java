package io.kirolinter.agents.review;

import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.sarif.SarifAnalyzer;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.KnownOptions;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Step {@code analyze}: runs the analyzers over the code of the snapshot. An analyzer that fails is
 * a problem of the review, as long as another one did its work.
 */
public final class ReviewStep implements Step {

  private static final StepDescription DESCRIPTION =
      StepDescription.of("analyze", "Looks for places in the code that break rules.")
          .using(ArtifactType.RISK_RANKING)
          .producing(ArtifactType.REVIEW)
          .taking(KnownOptions.ANALYZERS);

  private final List<Analyzer> analyzers;
  private final Settings ofUser;
  private final Forges forges;

  public ReviewStep(List<Analyzer> analyzers) {
    this(analyzers, Settings.none());
  }

  /**
   * Works by the settings of each repository.
   *
   * @param ofUser what counts where a repository has settled nothing
   */
  public ReviewStep(List<Analyzer> analyzers, Settings ofUser) {
    this(analyzers, ofUser, Forges.none());
  }

  /**
   * Works by the settings of each repository, and asks forges what became of earlier proposals, in
   * runs that may talk to them.
   *
   * @param ofUser what counts where a repository has settled nothing
   */
  public ReviewStep(List<Analyzer> analyzers, Settings ofUser, Forges forges) {
    this.analyzers = List.copyOf(analyzers);
    this.ofUser = ofUser;
    this.forges = forges;
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    FindingFilter filter = filter(context);
    ReviewedLines lines = ReviewedLines.of(context);
    List<Analyzer> wanted = wanted(context);
    List<SnapshotFile> code = lines.in(codeOf(context, wanted, filter));
    FileUrgency urgency = FileUrgency.of(context, wanted, code);
    List<SnapshotFile> files = urgency.sorted(code);
    if (files.isEmpty()) {
      return StepResult.nothingToDo(lines.nothing());
    }
    HeldFixes refused = HeldFixes.byAnswers(context.memory(), context.repository().id());
    Review all = refused.applyTo(lines.only(review(context, wanted, files, urgency)));
    SettledReview settled = SettledReview.of(all, filter, context.snapshot());
    TaughtReview taught =
        TaughtReview.of(
            context,
            settled.review(),
            LookedAt.of(context, wanted, files, all, settled.review()),
            forges,
            ofUser.sharing());
    return StepResult.done(
        taught.review(),
        ReviewSummary.of(taught.review()) + settled.remark() + lines.remark() + taught.remark());
  }

  @Override
  public StepPreview preview(StepContext context) {
    ReviewedLines lines = ReviewedLines.of(context);
    List<Analyzer> wanted = wanted(context);
    FindingFilter filter = filter(context);
    int files = lines.in(codeOf(context, wanted, filter)).size();
    return files == 0
        ? StepPreview.of("nothing: " + lines.nothing())
        : StepPreview.of(
            "%s, by %s%s".formatted(Counted.of(files, "file"), namesOf(wanted), lines.remark()));
  }

  private static String namesOf(List<Analyzer> analyzers) {
    String names =
        analyzers.stream().map(Analyzer::name).distinct().collect(Collectors.joining(", "));
    return "the analyzer" + (analyzers.size() == 1 ? " " : "s ") + names;
  }

  private FindingFilter filter(StepContext context) {
    return FindingFilter.of(
        context.snapshot(), Settings.none(), ofUser, ReviewNames.vocabulary(analyzers));
  }

  /** That of the only analyzer whose fixes are applied. */
  private String rulesVersion() {
    return analyzers.stream()
        .filter(JavaAnalyzer.class::isInstance)
        .flatMap(analyzer -> analyzer.version().stream())
        .findFirst()
        .orElse("");
  }

  /** What was named when the run started; else all, without the slow ones in a quick run. */
  private List<Analyzer> wanted(StepContext context) {
    List<String> named = context.plan().options().analyzers();
    if (!named.isEmpty()) {
      return AnalyzerChoice.analyzers(named, analyzers, context.repository().location());
    }
    boolean quick = context.plan().scope().effort() == Scope.Effort.QUICK;
    return analyzers.stream().filter(analyzer -> !quick || !isSlow(analyzer)).toList();
  }

  private static List<SnapshotFile> codeOf(
      StepContext context, List<Analyzer> wanted, FindingFilter filter) {
    boolean anyLanguage = wanted.stream().anyMatch(SarifAnalyzer.class::isInstance);
    Scope scope = filter.widened(context.plan().scope());
    return context.snapshot().files().stream()
        .filter(file -> anyLanguage || isJava(file))
        .filter(SourceSelection.of(scope.sources()))
        .filter(file -> scope.includes(file.path()))
        .filter(file -> filter.analyses(file.path()))
        .toList();
  }

  private static boolean isJava(SnapshotFile file) {
    return file.path().value().endsWith(".java");
  }

  private Review review(
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
    return Quarantine.of(context, rulesVersion()).applyTo(review);
  }

  private static AnalysisReport analyze(
      Analyzer analyzer, StepContext context, List<SnapshotFile> files) {
    boolean anyLanguage = analyzer instanceof SarifAnalyzer;
    Predicate<SnapshotFile> looksAt = lookedAt(analyzer, context, files);
    return CachedAnalyzer.of(analyzer, context.cache())
        .analyze(
            new AnalysisRequest(
                context.snapshot(),
                files.stream().filter(file -> anyLanguage || isJava(file)).filter(looksAt).toList(),
                context.plan().scope(),
                context.progress(),
                context.cancellation()));
  }

  /** In a focused run, a slow analyzer looks where most is found for the reading; unless named. */
  private static Predicate<SnapshotFile> lookedAt(
      Analyzer analyzer, StepContext context, List<SnapshotFile> files) {
    boolean focused =
        context.plan().scope().effort() == Scope.Effort.FOCUSED
            && context.plan().options().analyzers().isEmpty();
    if (!focused || !isSlow(analyzer)) {
      return file -> true;
    }
    Set<SourcePath> focus = RiskOrder.of(context).focus(files);
    return file -> focus.contains(file.path());
  }

  private static boolean isSlow(Analyzer analyzer) {
    return analyzer.effort() != Scope.Effort.QUICK;
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
