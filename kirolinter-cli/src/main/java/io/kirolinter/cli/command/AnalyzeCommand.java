package io.kirolinter.cli.command;

import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.agents.review.FilteredReview;
import io.kirolinter.cli.output.AnalysisJson;
import io.kirolinter.cli.output.AnalysisText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses files as they lie on disk. */
@Command(name = "analyze", description = "Find places in Java code that break rules.")
final class AnalyzeCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(paramLabel = "PATH", description = "A file or folder.")
  Path path = Path.of(".");

  @Option(names = "--rules", split = ",", paramLabel = "RULE", description = "Only these rules.")
  List<String> rules = new ArrayList<>();

  @Option(
      names = "--category",
      split = ",",
      paramLabel = "CATEGORY",
      converter = CategoryConverter.class,
      description = "Only rules of: correctness, security, performance, code-smell.")
  List<Category> categories = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "End with exit code 1 on a finding of at least: low, medium, high, critical.")
  Optional<Severity> failOn = Optional.empty();

  @Option(names = "--include-tests", description = "Analyse test code too.")
  boolean includeTests;

  @Mixin FilterOptions filters = new FilterOptions();

  private final Environment environment;

  AnalyzeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    CodeReview review = Wiring.codeReview(environment, path);
    Scope scope = scope(review);
    FilteredReview filtered = FilteredReview.of(review, filters.options(environment));
    try (Snapshot snapshot = filtered.snapshot()) {
      AnalysisReport report = report(filtered, snapshot, scope);
      Results.print(
          environment.out(),
          global.format,
          () -> AnalysisJson.of(report),
          () -> AnalysisText.of(report, file -> read(snapshot, file)));
      return fails(report) ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }

  private AnalysisReport report(FilteredReview review, Snapshot snapshot, Scope scope) {
    FilteredReview.Filtered filtered = review.report(snapshot, scope);
    if (!global.quiet) {
      filtered.remarks().forEach(environment.err()::println);
    }
    return filtered.report();
  }

  private Scope scope(CodeReview review) {
    Set<RuleId> wanted =
        rules.stream().map(review::ruleNamed).collect(Collectors.toUnmodifiableSet());
    return Scope.everything()
        .withRules(wanted)
        .withCategories(Set.copyOf(categories))
        .withSources(includeTests ? Scope.SourceSets.MAIN_AND_TEST : Scope.SourceSets.MAIN);
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
