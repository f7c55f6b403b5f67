package io.kirolinter.cli.command;

import io.kirolinter.agents.report.Origin;
import io.kirolinter.agents.report.ReportSource;
import io.kirolinter.agents.report.Tool;
import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.agents.review.FilteredReview;
import io.kirolinter.agents.review.RulePages;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.AnalyzerOption;
import io.kirolinter.cli.option.FilterOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.ScopeOptions;
import io.kirolinter.cli.option.value.FormatNames;
import io.kirolinter.cli.output.AnalysisOutput;
import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.output.ResultFile;
import io.kirolinter.cli.output.TextStyle;
import io.kirolinter.cli.wiring.CodeReviews;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.store.embedded.EmbeddedResultCache;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses files as they lie on disk. */
@Command(name = "analyze", description = "Find places in Java code that break rules.")
final class AnalyzeCommand implements Callable<Integer>, FormatNames.MoreFormats {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A file or folder; by default '.'.")
  Path path = Path.of(".");

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "End with exit code 1 on a finding of at least: low, medium, high, critical.")
  Optional<Severity> failOn = Optional.empty();

  @Mixin ScopeOptions chosen = new ScopeOptions();

  @Mixin AnalyzerOption analyzers = new AnalyzerOption();

  @Mixin FilterOptions filters = new FilterOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to this file, all of it or nothing.")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--no-cache",
      description = "Look at every file, and keep nothing for the next time.")
  boolean noCache;

  private final Environment environment;

  AnalyzeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Set<Format> formats() {
    return EnumSet.allOf(Format.class);
  }

  @Override
  public Integer call() {
    CodeReview review = CodeReviews.of(environment, path, analyzers.asked(environment));
    if (noCache) {
      return analyze(review);
    }
    try (EmbeddedResultCache cache = CodeReviews.cache(environment)) {
      return analyze(review.cachedBy(cache));
    }
  }

  private int analyze(CodeReview review) {
    Scope scope = chosen.scope(review);
    FilteredReview filtered = FilteredReview.of(review, filters.options(environment));
    try (Snapshot snapshot = filtered.snapshot()) {
      AnalysisReport report = report(filtered, snapshot, scope, review.repository());
      print(AnalysisOutput.of(source(review, scope, report, snapshot), global.format(), style()));
      return exitCode(report);
    }
  }

  private AnalysisReport report(
      FilteredReview review, Snapshot snapshot, Scope scope, Repository repository) {
    FilteredReview.Filtered filtered = review.report(snapshot, scope);
    if (!global.quiet()) {
      filtered.remarks().forEach(environment.err()::println);
    }
    return CodeReviews.refusedFixes(environment, global.memory(), repository)
        .applyTo(filtered.report());
  }

  private ReportSource source(
      CodeReview review, Scope scope, AnalysisReport report, Snapshot snapshot) {
    return new ReportSource(
        report,
        review.rules(scope),
        Tool.kiroLinter(VersionProvider.version()),
        origin(review),
        file -> read(snapshot, file),
        RulePages::pageOf);
  }

  /** Git is asked only for formats that tell of it. */
  private Origin origin(CodeReview review) {
    return Format.EVERYWHERE.contains(global.format())
        ? Origin.unknown()
        : Origin.of(review.repository());
  }

  private TextStyle style() {
    return output.isPresent() ? TextStyle.PLAIN : global.textStyle(environment);
  }

  private void print(String result) {
    if (output.isPresent()) {
      ResultFile.write(environment.folder().resolve(output.get()), result);
    } else {
      environment.out().print(result);
      environment.out().flush();
    }
  }

  /** What not all analyzers looked at must not pass for clean. */
  private int exitCode(AnalysisReport report) {
    if (fails(report)) {
      return ExitCode.FINDINGS;
    }
    return report.failures().isEmpty() ? ExitCode.DONE : ExitCode.WORK_FAILED;
  }

  private boolean fails(AnalysisReport report) {
    return failOn
        .map(least -> report.findings().stream().anyMatch(one -> one.severity().isAtLeast(least)))
        .orElse(false);
  }

  private static Optional<String> read(Snapshot snapshot, SourcePath path) {
    return snapshot
        .file(path)
        .map(snapshot::read)
        .flatMap(SourceText::decode)
        .map(SourceText::text);
  }
}
