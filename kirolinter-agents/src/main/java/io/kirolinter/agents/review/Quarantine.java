package io.kirolinter.agents.review;

import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fixes that failed a gate in an earlier run. They are shown as suggestions from then on, and not
 * tried again until the rules, the content of the file or the verify command are others.
 */
final class Quarantine {

  private static final int MOST = 10_000;

  private final Set<String> subjects;
  private final Function<SourcePath, String> conditions;

  private Quarantine(Set<String> subjects, Function<SourcePath, String> conditions) {
    this.subjects = subjects;
    this.conditions = conditions;
  }

  /**
   * {@return what the memory knows about fixes of these analyzers}
   *
   * @param rules a text that changes with the rules that make fixes
   */
  static Quarantine of(StepContext context, String rules) {
    Set<String> subjects =
        context.memory().observations(context.repository().id(), "fix-quarantined", MOST).stream()
            .map(Observation::subject)
            .collect(Collectors.toSet());
    Optional<String> command = context.plan().options().verifyCommand();
    return new Quarantine(
        subjects,
        path ->
            context
                .snapshot()
                .file(path)
                .map(file -> QuarantineKey.of(rules, file.hash(), command))
                .orElse(""));
  }

  Review applyTo(Review review) {
    return new Review(
        review.findings().stream().map(this::demoted).toList(),
        review.problems(),
        review.files(),
        review.lines(),
        review.analyzers());
  }

  private boolean holds(Finding finding) {
    if (subjects.isEmpty()) {
      return false;
    }
    String now = conditions.apply(finding.path());
    return subjects.contains(finding.fingerprint().value())
        || subjects.contains(QuarantineKey.subject(finding.fingerprint(), now));
  }

  private Finding demoted(Finding finding) {
    if (finding.fix().isEmpty() || !holds(finding)) {
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
