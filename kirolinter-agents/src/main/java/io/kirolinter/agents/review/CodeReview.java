package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.store.ResultCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An analysis outside any run: of the files on disk below one path. */
public final class CodeReview {

  private final Repository repository;
  private final String below;
  private final List<Analyzer> analyzers;

  private CodeReview(Repository repository, String below, List<Analyzer> analyzers) {
    this.repository = repository;
    this.below = below;
    this.analyzers = analyzers;
  }

  /**
   * {@return a review of a part of a repository}
   *
   * @param path a file or folder inside the repository; all below it is analysed, and test code too
   *     if the path itself lies in test code
   * @throws InvalidRequestException if there is no such path, or it cannot be read
   */
  public static CodeReview of(Repository repository, Path path, List<Analyzer> analyzers) {
    try {
      Path inside = repository.location().relativize(path.toRealPath());
      String below = inside.toString().replace('\\', '/');
      return new CodeReview(repository, below, List.copyOf(analyzers));
    } catch (IOException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("analyse", "path", path.toString())
              .found(Files.exists(path) ? String.valueOf(e) : "there is no such file or folder")
              .expected("a file or folder that can be read")
              .remedy("Name the folder of the project, or a file in it."),
          e);
    }
  }

  /** {@return the same review, which looks only at files that the cache does not know} */
  public CodeReview cachedBy(ResultCache cache) {
    return new CodeReview(
        repository, below, analyzers.stream().map(one -> CachedAnalyzer.of(one, cache)).toList());
  }

  /** {@return what the files belong to} */
  public Repository repository() {
    return repository;
  }

  /** {@return the rules that the scope includes, of all analyzers} */
  public List<Rule> rules(Scope scope) {
    return analyzers.stream().flatMap(CodeReview::rulesOf).filter(scope::includes).toList();
  }

  /** None of an analyzer that does not even know its rules: the report tells why it failed. */
  private static Stream<Rule> rulesOf(Analyzer analyzer) {
    try {
      return analyzer.rules().stream();
    } catch (KiroLinterException e) {
      return Stream.empty();
    }
  }

  /** {@return the files on disk; whoever takes it closes it} */
  public Snapshot snapshot() {
    return repository.snapshot(Optional.empty());
  }

  /**
   * {@return what all analyzers find, in one report for each file, and each thing once}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if all analyzers failed; a single one
   *     fails with an exception of its own
   */
  public AnalysisReport report(Snapshot snapshot, Scope scope) {
    return report(snapshot, scope, file -> true);
  }

  AnalysisReport report(Snapshot snapshot, Scope scope, Predicate<SnapshotFile> wanted) {
    List<SnapshotFile> files =
        snapshot.files().stream()
            .filter(file -> covers(file.path()))
            .filter(selection(scope))
            .filter(wanted)
            .toList();
    AnalysisRequest request =
        new AnalysisRequest(snapshot, files, scope, Progress.none(), Cancellation.create());
    return analyzers.size() == 1
        ? analyzers.get(0).analyze(request)
        : JointAnalysis.of(analyzers, analyzer -> analyzer.analyze(request)).report();
  }

  /**
   * {@return the id of a rule that an analyzer knows}
   *
   * @throws InvalidRequestException if there is no such rule; it offers the nearest name
   */
  public RuleId ruleNamed(String name) {
    List<String> known =
        analyzers.stream()
            .flatMap(analyzer -> analyzer.rules().stream())
            .map(Rule::id)
            .map(RuleId::value)
            .toList();
    if (!known.contains(name)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "rule", name)
              .found("there is no such rule")
              .expected("the id of a rule, as 'kirolinter rules' lists them")
              .remedy(NearestName.hint(name, known)));
    }
    return RuleId.of(name);
  }

  Set<RuleId> rulesIn(Scope scope) {
    return rules(scope).stream().map(Rule::id).collect(Collectors.toSet());
  }

  /** {@return whether a file lies below the path that is reviewed} */
  boolean covers(SourcePath file) {
    String path = file.value();
    return below.isEmpty() || path.equals(below) || path.startsWith(below + "/");
  }

  private Predicate<SnapshotFile> selection(Scope scope) {
    boolean asksForTests = !SourceSelection.isMainCode(below + "/");
    return asksForTests
        ? SourceSelection.of(Scope.SourceSets.MAIN_AND_TEST)
        : SourceSelection.of(scope.sources());
  }
}
