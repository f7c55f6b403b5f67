package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The java analyzer, which notes what it was asked for. */
final class CountingAnalyzer implements Analyzer {

  private final JavaAnalyzer analyzer = JavaAnalyzer.withAllRules(1);
  private final Optional<String> version;
  private final Scope.Effort effort;
  private final List<AnalysisRequest> requests = new ArrayList<>();

  private CountingAnalyzer(Optional<String> version, Scope.Effort effort) {
    this.version = version;
    this.effort = effort;
  }

  static CountingAnalyzer ofVersion(String version) {
    return new CountingAnalyzer(Optional.of(version), Scope.Effort.QUICK);
  }

  static CountingAnalyzer withoutVersion() {
    return new CountingAnalyzer(Optional.empty(), Scope.Effort.QUICK);
  }

  static CountingAnalyzer slow() {
    return new CountingAnalyzer(Optional.of("slow-1"), Scope.Effort.THOROUGH);
  }

  /** {@return the names of all files that it has looked at, in order} */
  List<String> analyzed() {
    return requests.stream()
        .flatMap(request -> request.files().stream())
        .map(file -> file.path().value())
        .toList();
  }

  List<AnalysisRequest> requests() {
    return requests;
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public List<Rule> rules() {
    return analyzer.rules();
  }

  @Override
  public Optional<String> version() {
    return version;
  }

  @Override
  public Scope.Effort effort() {
    return effort;
  }

  @Override
  public AnalysisReport analyze(AnalysisRequest request) {
    requests.add(request);
    return analyzer.analyze(request);
  }
}
