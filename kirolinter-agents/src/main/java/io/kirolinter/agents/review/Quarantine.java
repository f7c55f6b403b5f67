package io.kirolinter.agents.review;

import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.step.StepContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fixes that are not to be tried: those that failed a gate in an earlier run, as long as the code
 * around them stays the same, and those of rules that a person refused for this repository. They
 * are shown as suggestions.
 */
public final class Quarantine {

  private static final int MOST = 10_000;

  private final Set<String> fingerprints;

  private final Set<RuleId> refused;

  private Quarantine(Set<String> fingerprints, Set<RuleId> refused) {
    this.fingerprints = fingerprints;
    this.refused = refused;
  }

  static Quarantine of(StepContext context) {
    return of(context.memory(), context.repository().id());
  }

  /** {@return what is known about a repository now} */
  public static Quarantine of(PatternMemory memory, RepositoryId repository) {
    return new Quarantine(
        memory.observations(repository, "fix-quarantined", MOST).stream()
            .map(Observation::subject)
            .collect(Collectors.toSet()),
        RefusedRules.of(memory, repository));
  }

  /** {@return the same, but for rules that a person has asked for by name} */
  public Quarantine allowing(Set<RuleId> named) {
    return new Quarantine(
        fingerprints,
        refused.stream().filter(rule -> !named.contains(rule)).collect(Collectors.toSet()));
  }

  /** {@return the rules whose fixes a person does not want here} */
  public Set<RuleId> refused() {
    return Set.copyOf(refused);
  }

  Review applyTo(Review review) {
    return new Review(
        review.findings().stream().map(this::demoted).toList(),
        review.problems(),
        review.files(),
        review.lines(),
        review.analyzers());
  }

  /** {@return the finding, whose fix is but a suggestion if it is not to be tried} */
  public Finding demoted(Finding finding) {
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
    return fingerprints.contains(finding.fingerprint().value()) || refused.contains(finding.rule());
  }
}
