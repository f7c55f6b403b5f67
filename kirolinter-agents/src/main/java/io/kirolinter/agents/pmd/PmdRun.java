package io.kirolinter.agents.pmd;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.SnapshotFile;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.JvmLanguagePropertyBundle;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.document.TextFile;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.reporting.FileAnalysisListener;
import net.sourceforge.pmd.reporting.GlobalAnalysisListener;
import net.sourceforge.pmd.reporting.Report.ConfigurationError;
import net.sourceforge.pmd.util.log.PmdReporter;

/** One analysis by PMD, which hands over what it sees file by file. */
final class PmdRun implements GlobalAnalysisListener {

  private final AnalysisRequest request;
  private final PmdRules rules;
  private final Map<RuleId, Rule> about;
  private final List<SnapshotFile> files;
  private final AtomicInteger done = new AtomicInteger();
  private final Queue<FileReport> reports = new ConcurrentLinkedQueue<>();
  private final Set<String> unusable = new ConcurrentSkipListSet<>();

  PmdRun(AnalysisRequest request, PmdRules rules) {
    this.request = request;
    this.rules = rules;
    this.about = rules.about().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    this.files =
        request.files().stream().filter(file -> file.path().value().endsWith(".java")).toList();
  }

  /**
   * {@return what PMD found}
   *
   * @param workers how many threads analyse at once
   * @throws WorkFailedException if PMD broke down as a whole
   */
  AnalysisReport report(int workers) {
    try {
      perform(workers);
    } catch (LinkageError | StackOverflowError | AssertionError | OutOfMemoryError e) {
      throw brokenDown(e);
    }
    request.cancellation().throwIfRequested();
    List<FileProblem> general = unusable.stream().map(FileProblem::general).toList();
    return new AnalysisReport(List.copyOf(reports), general, List.of());
  }

  /** Nested code that overflows the stack must cost one file, not all; PMD knows no other way. */
  private void perform(int workers) {
    System.setProperty("pmd.error_recovery", "true");
    List<RuleSet> wanted = Suppression.ours(rules.load(request.scope()));
    try (PmdAnalysis analysis = PmdAnalysis.create(configuration(workers))) {
      LanguageVersion java = java();
      knowOnlyTypesOfTheJdk(analysis, java);
      files.forEach(file -> analysis.files().addFile(text(file, java)));
      analysis.addRuleSets(wanted);
      analysis.addListener(this);
      analysis.performAnalysis();
    }
  }

  /** What this process was started with beside the JDK is nothing to the code that is analysed. */
  @SuppressWarnings("deprecation") // a class path of ours would come on top of this process's own
  private static void knowOnlyTypesOfTheJdk(PmdAnalysis analysis, LanguageVersion java) {
    if (analysis.getLanguageProperties(java.getLanguage())
        instanceof JvmLanguagePropertyBundle properties) {
      properties.setClassLoader(ClassLoader.getPlatformClassLoader());
    }
  }

  private SnapshotText text(SnapshotFile file, LanguageVersion java) {
    return new SnapshotText(request.snapshot(), file, java, request.cancellation());
  }

  private static PMDConfiguration configuration(int workers) {
    PMDConfiguration configuration = new PMDConfiguration();
    configuration.setReporter(PmdReporter.quiet());
    configuration.setThreads(workers);
    configuration.setIgnoreIncrementalAnalysis(true);
    configuration.setDefaultLanguageVersion(java());
    return configuration;
  }

  private static LanguageVersion java() {
    return LanguageRegistry.PMD.getLanguageById("java").getDefaultVersion();
  }

  private static WorkFailedException brokenDown(Error error) {
    return new WorkFailedException(
        ErrorMessage.cannot("run", "analyzer", "pmd")
            .found("PMD broke down: " + error)
            .expected("memory and stack enough for its rules")
            .remedy("Give Java more memory, or leave the analyzer out."),
        error);
  }

  @Override
  public FileAnalysisListener startFileAnalysis(TextFile file) {
    return new FileLog((SnapshotText) file, about, this::add);
  }

  private void add(FileReport report) {
    reports.add(report);
    request.progress().update("files", done.incrementAndGet(), files.size());
  }

  @Override
  public void onConfigError(ConfigurationError error) {
    unusable.add("pmd: rule %s is not used: %s".formatted(error.rule().getName(), error.issue()));
  }

  @Override
  public void close() {
    // the reports are complete when the analysis is over
  }
}
