package io.kirolinter.agents.review;

import com.google.common.base.Suppliers;
import io.kirolinter.agents.outcome.Looked;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.step.StepContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the review of a run has looked at, for those who watch what becomes of findings. */
final class LookedAt {

  private final Snapshot snapshot;
  private final Supplier<JavaChecker> checker =
      Suppliers.memoize(() -> JavaChecker.of(JavaRules.all()));
  private final Map<SourcePath, Set<Fingerprint>> suppressed = new HashMap<>();

  private LookedAt(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * {@return what was looked at}
   *
   * @param files those that were analysed, as a whole
   * @param all what was found
   * @param shown what settings and the baseline leave of it
   */
  static Looked of(
      StepContext context,
      List<Analyzer> analyzers,
      List<SnapshotFile> files,
      Review all,
      Review shown) {
    Scope scope = context.plan().scope();
    Set<RuleId> rules =
        analyzers.stream()
            .filter(analyzer -> all.analyzers().contains(analyzer.name())) // not those that failed
            .flatMap(analyzer -> analyzer.rules().stream())
            .filter(scope::includes)
            .map(Rule::id)
            .collect(Collectors.toSet());
    return new Looked(
        rules::contains,
        files(context, files, all),
        fingerprints(all),
        fingerprints(shown),
        new LookedAt(context.snapshot())::suppressedIn);
  }

  /** Of changed lines only, nothing can be said of the others. */
  private static Predicate<SourcePath> files(
      StepContext context, List<SnapshotFile> files, Review all) {
    if (context.plan().options().changedSince().isPresent()) {
      return path -> false;
    }
    Set<SourcePath> whole = files.stream().map(SnapshotFile::path).collect(Collectors.toSet());
    all.problems().stream().map(FileProblem::path).forEach(whole::remove);
    return path -> whole.contains(path) || context.snapshot().file(path).isEmpty();
  }

  private static Set<Fingerprint> fingerprints(Review review) {
    return review.findings().stream().map(Finding::fingerprint).collect(Collectors.toSet());
  }

  private Set<Fingerprint> suppressedIn(SourcePath path) {
    return suppressed.computeIfAbsent(path, this::parsed);
  }

  private Set<Fingerprint> parsed(SourcePath path) {
    return snapshot
        .file(path)
        .flatMap(file -> SourceText.decode(snapshot.read(file)))
        .map(text -> checker.get().suppressed(JavaParser.open().parse(path, text.text())))
        .map(findings -> findings.stream().map(Finding::fingerprint).collect(Collectors.toSet()))
        .orElse(Set.of());
  }
}
