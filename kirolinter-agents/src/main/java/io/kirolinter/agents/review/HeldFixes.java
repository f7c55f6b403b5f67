package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Fixes that are not to be made in a repository, and so are but suggestions: those of rules that a
 * person refused, and those that failed a check before, as long as the code around them stays the
 * same. Rules that a person names are free of both.
 *
 * @param refused rules
 * @param failed the fingerprints of the findings whose fixes failed
 */
public record HeldFixes(Set<RuleId> refused, Set<String> failed) {

  private static final int MOST = 10_000;

  public HeldFixes {
    refused = Set.copyOf(refused);
    failed = Set.copyOf(failed);
  }

  /** {@return only what a person refused} */
  static HeldFixes refusedOnly(PatternMemory memory, RepositoryId repository) {
    return new HeldFixes(RefusedRules.of(memory, repository), Set.of());
  }

  /**
   * {@return what the memory knows now}
   *
   * @param named rules that a person asked for by their names
   */
  public static HeldFixes of(PatternMemory memory, RepositoryId repository, Set<RuleId> named) {
    Set<String> failed =
        memory.observations(repository, "fix-quarantined", MOST).stream()
            .map(failure -> failure.subject().replaceFirst("@.*", ""))
            .collect(Collectors.toSet());
    Set<RuleId> refused =
        RefusedRules.of(memory, repository).stream()
            .filter(Predicate.not(named::contains))
            .collect(Collectors.toSet());
    return new HeldFixes(refused, named.isEmpty() ? failed : Set.of());
  }

  /** {@return the review, in which the fixes that are held are suggestions} */
  Review applyTo(Review review) {
    return new Review(
        demoted(review.findings()),
        review.problems(),
        review.files(),
        review.lines(),
        review.analyzers());
  }

  /** {@return the report, in which the fixes that are held are suggestions} */
  public AnalysisReport applyTo(AnalysisReport report) {
    return report.withFiles(
        report.files().stream()
            .map(
                file ->
                    new FileReport(
                        file.path(), file.lines(), demoted(file.findings()), file.problems()))
            .toList());
  }

  private List<Finding> demoted(List<Finding> findings) {
    return findings.stream().map(this::demoted).toList();
  }

  private Finding demoted(Finding finding) {
    if (finding.fix().isEmpty() || !isHeld(finding)) {
      return finding;
    }
    Optional<Fix> suggestion =
        finding.fix().map(fix -> new Fix(FixLevel.SUGGESTION, fix.description(), fix.edits()));
    return new Finding(
        finding.rule(),
        finding.category(),
        finding.severity(),
        finding.path(),
        finding.range(),
        finding.message(),
        finding.fingerprint(),
        suggestion);
  }

  private boolean isHeld(Finding finding) {
    return refused.contains(finding.rule()) || failed.contains(finding.fingerprint().value());
  }
}
