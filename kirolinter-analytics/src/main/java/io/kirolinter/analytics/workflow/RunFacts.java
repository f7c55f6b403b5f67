package io.kirolinter.analytics.workflow;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A run and its useful work.
 *
 * @param findingsRemoved findings that the run removed, each verified by every gate; 0 or more
 */
public record RunFacts(Run run, int findingsRemoved) {

  public RunFacts {
    requireNonNull(run, "run");
    if (findingsRemoved < 0) {
      throw new IllegalArgumentException("findingsRemoved must be >= 0, was " + findingsRemoved);
    }
  }

  /** {@return the facts of each run, in the same order} */
  public static List<RunFacts> of(Collection<Run> runs, ToIntFunction<Run> findingsRemoved) {
    return runs.stream().map(run -> new RunFacts(run, findingsRemoved.applyAsInt(run))).toList();
  }

  /**
   * {@return the facts of a run by what its steps produced: the fixes of its fix sets, or none if
   * it applied nothing, failed or was cancelled}
   */
  public static RunFacts of(Run run, Collection<StoredArtifact> artifacts) {
    return new RunFacts(run, keepsItsFixes(run) ? fixes(artifacts) : 0);
  }

  private static boolean keepsItsFixes(Run run) {
    RunStatus status = run.state().status();
    return run.plan().options().apply() != ApplyTarget.NONE
        && (status == RunStatus.SUCCEEDED || status == RunStatus.PARTIALLY_SUCCEEDED);
  }

  private static int fixes(Collection<StoredArtifact> artifacts) {
    return artifacts.stream()
        .filter(stored -> stored.type().equals(ArtifactType.FIX_SET.name()))
        .mapToInt(stored -> Json.read(stored.json(), FixSet.class).applied())
        .sum();
  }

  boolean isOver() {
    return run.state().status().isFinal();
  }

  /** Whether it came to an end of its own: one that a person cancelled tells nothing. */
  boolean counts() {
    return isOver() && run.state().status() != RunStatus.CANCELLED;
  }

  boolean succeeded() {
    return run.state().status() == RunStatus.SUCCEEDED;
  }

  String template() {
    return run.plan().template();
  }

  List<StepRecord> steps() {
    return run.state().steps();
  }

  /** The share of its planned steps that did their work or had none. */
  double progress() {
    long well = steps().stream().filter(RunFacts::endedWell).count();
    return (double) well / run.plan().steps().size();
  }

  /** From the start of its first step to its end; what it waited before that is not counted. */
  Duration duration() {
    Instant start =
        steps().stream()
            .map(StepRecord::startedAt)
            .min(Instant::compareTo)
            .orElse(run.plan().createdAt());
    return run.state().endedAt().map(end -> Duration.between(start, end)).orElse(Duration.ZERO);
  }

  static boolean endedWell(StepRecord step) {
    return is(step, StepOutcome.SUCCEEDED) || is(step, StepOutcome.NOTHING_TO_DO);
  }

  static boolean is(StepRecord step, StepOutcome outcome) {
    return step.outcome().equals(Optional.of(outcome));
  }
}
