package io.kirolinter.agents.review;

import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.Failure;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fixes that failed a gate in an earlier run. They are shown as suggestions from then on, and not
 * tried again until the rules, the content of the file or the verify command are others.
 */
public final class Quarantine {

  private static final String KIND = "fix-quarantined";
  private static final int MOST = 10_000;

  private final Set<String> subjects;
  private final Function<SourcePath, String> conditions;

  private Quarantine(Set<String> subjects, Function<SourcePath, String> conditions) {
    this.subjects = subjects;
    this.conditions = conditions;
  }

  /**
   * {@return what the memory knows about fixes of the snapshot}
   *
   * @param snapshot must stay open as long as this is used
   * @param rules a text that changes with the rules that make fixes
   * @param verifyCommand the user's own check
   */
  public static Quarantine of(
      PatternMemory memory,
      RepositoryId repository,
      Snapshot snapshot,
      String rules,
      Optional<String> verifyCommand) {
    Set<String> subjects =
        memory.observations(repository, KIND, MOST).stream()
            .map(Observation::subject)
            .collect(Collectors.toSet());
    return new Quarantine(
        subjects,
        path ->
            snapshot
                .file(path)
                .map(file -> QuarantineKey.of(rules, file.hash(), verifyCommand))
                .orElse(""));
  }

  static Quarantine of(StepContext context, String rules) {
    return of(
        context.memory(),
        context.repository().id(),
        context.snapshot(),
        rules,
        context.plan().options().verifyCommand());
  }

  /** {@return what is to be remembered of a fix that failed} */
  public static Observation failure(DroppedFix fix, Instant now) {
    String conditions = fix.failure().map(Failure::conditions).orElse("");
    String evidence = "%s at %s:%d: %s".formatted(fix.rule(), fix.path(), fix.line(), fix.reason());
    return new Observation(
        KIND, QuarantineKey.subject(fix.fingerprint(), conditions), 1, evidence, now);
  }

  Review applyTo(Review review) {
    return new HeldFixes(Set.of(), this::holds).applyTo(review);
  }

  boolean holds(Finding finding) {
    if (subjects.isEmpty()) {
      return false;
    }
    String now = conditions.apply(finding.path());
    return subjects.contains(finding.fingerprint().value())
        || subjects.contains(QuarantineKey.subject(finding.fingerprint(), now));
  }
}
