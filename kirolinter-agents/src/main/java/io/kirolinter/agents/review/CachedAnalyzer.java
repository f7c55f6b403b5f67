package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.store.ResultCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An analyzer that looks only at files which it has not seen with this content before. It keeps the
 * findings of all rules, so that every scope is answered from the same entries.
 */
final class CachedAnalyzer implements Analyzer {

  private final Analyzer analyzer;
  private final String version;
  private final ResultCache cache;

  private CachedAnalyzer(Analyzer analyzer, String version, ResultCache cache) {
    this.analyzer = analyzer;
    this.version = version;
    this.cache = cache;
  }

  /** {@return the analyzer with a cache, or as it is if its results must not be kept} */
  static Analyzer of(Analyzer analyzer, ResultCache cache) {
    return analyzer
        .version()
        .<Analyzer>map(version -> new CachedAnalyzer(analyzer, version, cache))
        .orElse(analyzer);
  }

  /** {@return the files that the analyzer has not seen with this content, as far as is known} */
  static Set<SourcePath> unseen(Analyzer analyzer, ResultCache cache, List<SnapshotFile> files) {
    if (!(of(analyzer, cache) instanceof CachedAnalyzer cached)) {
      return Set.of();
    }
    Set<String> seen = cache.get(files.stream().map(cached::keyOf).toList()).keySet();
    return files.stream()
        .filter(file -> !seen.contains(cached.keyOf(file)))
        .map(SnapshotFile::path)
        .collect(Collectors.toSet());
  }

  @Override
  public String name() {
    return analyzer.name();
  }

  @Override
  public List<Rule> rules() {
    return analyzer.rules();
  }

  @Override
  public Optional<String> version() {
    return analyzer.version();
  }

  @Override
  public Scope.Effort effort() {
    return analyzer.effort();
  }

  @Override
  public AnalysisReport analyze(AnalysisRequest request) {
    Map<String, FileReport> known = knownReports(request.files());
    List<SnapshotFile> unknown =
        request.files().stream().filter(file -> !known.containsKey(keyOf(file))).toList();
    List<FileReport> reports = new ArrayList<>(known.values());
    AnalysisReport fresh =
        unknown.isEmpty() ? new AnalysisReport(List.of()) : analyzeAndKeep(request, unknown);
    reports.addAll(fresh.files());
    Set<RuleId> wanted =
        rules().stream()
            .filter(request.scope()::includes)
            .map(Rule::id)
            .collect(Collectors.toSet());
    return new AnalysisReport(
        reports.stream().map(file -> file.only(one -> wanted.contains(one.rule()))).toList(),
        fresh.general(),
        fresh.failures());
  }

  /** With a problem that belongs to no file, nothing is kept: next time, it must be told again. */
  private AnalysisReport analyzeAndKeep(AnalysisRequest request, List<SnapshotFile> files) {
    Scope allRules = Scope.everything().withEffort(request.scope().effort());
    AnalysisReport report =
        analyzer.analyze(
            new AnalysisRequest(
                request.snapshot(), files, allRules, request.progress(), request.cancellation()));
    if (report.general().isEmpty() && report.failures().isEmpty()) {
      keep(files, report.files());
    }
    return report;
  }

  private void keep(List<SnapshotFile> files, List<FileReport> reports) {
    Map<String, String> keys = new HashMap<>();
    files.forEach(file -> keys.put(file.path().value(), keyOf(file)));
    Map<String, String> entries = new HashMap<>();
    for (FileReport report : reports) {
      String key = keys.get(report.path().value());
      if (key != null && report.lines() > 0) {
        entries.put(key, Json.write(report));
      }
    }
    cache.put(entries);
  }

  private Map<String, FileReport> knownReports(List<SnapshotFile> files) {
    Map<String, FileReport> reports = new HashMap<>();
    cache
        .get(files.parallelStream().map(this::keyOf).toList())
        .forEach((key, json) -> read(json).ifPresent(report -> reports.put(key, report)));
    return reports;
  }

  private static Optional<FileReport> read(String json) {
    try {
      return Optional.of(Json.read(json, FileReport.class));
    } catch (StoreException e) {
      return Optional.empty(); // an entry that cannot be read is one that is not there
    }
  }

  private String keyOf(SnapshotFile file) {
    return "review/" + version + "/" + file.hash() + "/" + file.path();
  }
}
