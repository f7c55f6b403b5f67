package io.kirolinter.agents.review;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.experience.Demotion;
import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Fixes that are not to be made in a repository, and so are but suggestions: those of rules that a
 * person refused, and those that people did not want before, and those that failed a check, as long
 * as the code around them stays the same. Rules that a person names are free of both, but not of
 * what cannot be.
 *
 * @param refused rules
 * @param failed tells of a finding whether its fix failed, or must
 */
public record HeldFixes(Set<RuleId> refused, Predicate<Finding> failed) {

  public HeldFixes {
    refused = Set.copyOf(refused);
    requireNonNull(failed, "failed");
  }

  /** {@return nothing} */
  public static HeldFixes none() {
    return new HeldFixes(Set.of(), finding -> false);
  }

  /** {@return only what people refused when they were asked} */
  static HeldFixes byAnswers(PatternMemory memory, RepositoryId repository) {
    return new HeldFixes(RefusedRules.of(memory, repository), finding -> false);
  }

  /** {@return only what people refused: by an answer, or by what they did with proposals} */
  public static HeldFixes refusedOnly(PatternMemory memory, RepositoryId repository) {
    return new HeldFixes(RefusedRules.of(memory, repository), unwanted(memory, repository));
  }

  /** Fixes of rules that proved to be of no use, and those that were not wanted before. */
  private static Predicate<Finding> unwanted(PatternMemory memory, RepositoryId repository) {
    Experience experience = Experience.of(memory, repository);
    Set<RuleId> demoted =
        experience.demotions().stream().map(Demotion::rule).collect(Collectors.toSet());
    Set<Fingerprint> refused = experience.refused();
    return finding -> demoted.contains(finding.rule()) || refused.contains(finding.fingerprint());
  }

  /**
   * {@return what the memory knows now}
   *
   * @param named rules that a person asked for by their names
   * @param quarantine fixes that failed; not counted if rules are named
   */
  public static HeldFixes of(
      PatternMemory memory, RepositoryId repository, Set<RuleId> named, Quarantine quarantine) {
    Set<RuleId> refused =
        RefusedRules.of(memory, repository).stream()
            .filter(Predicate.not(named::contains))
            .collect(Collectors.toSet());
    return named.isEmpty()
        ? new HeldFixes(refused, unwanted(memory, repository).or(quarantine::holds))
        : new HeldFixes(refused, finding -> false);
  }

  /** {@return the same, and more fixes that cannot be made here} */
  public HeldFixes and(Predicate<Finding> impossible) {
    return new HeldFixes(refused, failed.or(impossible));
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
    return isHeld(finding) ? finding.withFixLevel(FixLevel.SUGGESTION) : finding;
  }

  private boolean isHeld(Finding finding) {
    return refused.contains(finding.rule()) || failed.test(finding);
  }
}
