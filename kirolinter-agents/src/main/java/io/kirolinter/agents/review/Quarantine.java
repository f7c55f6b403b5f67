package io.kirolinter.agents.review;

import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.step.StepContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fixes that failed a gate in an earlier run. They are shown as suggestions from then on, and not
 * tried again as long as the code around them stays the same.
 */
final class Quarantine {

  private static final int MOST = 10_000;

  private final Set<String> fingerprints;

  private Quarantine(Set<String> fingerprints) {
    this.fingerprints = fingerprints;
  }

  static Quarantine of(StepContext context) {
    return new Quarantine(
        context.memory().observations(context.repository().id(), "fix-quarantined", MOST).stream()
            .map(Observation::subject)
            .collect(Collectors.toSet()));
  }

  Review applyTo(Review review) {
    return new Review(
        review.findings().stream().map(this::demoted).toList(),
        review.problems(),
        review.files(),
        review.lines(),
        review.analyzers());
  }

  private Finding demoted(Finding finding) {
    if (finding.fix().isEmpty() || !fingerprints.contains(finding.fingerprint().value())) {
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
}
