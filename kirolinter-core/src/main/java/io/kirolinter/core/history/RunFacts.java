package io.kirolinter.core.history;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stays of interest of a run: how it went, what it found and what it removed. Times are exact
 * to a microsecond.
 *
 * @param planned how many steps the template has; 1 or more
 * @param scope names what was looked at, by which analyzers: the findings of two runs can be
 *     compared if it is the same and they looked at all lines; empty if only changed lines count
 * @param startedAt when the first step was started, or else the run was made
 * @param endedAt present exactly if the run is over
 * @param takeovers how often another process went on with it after a process was lost
 * @param fixes by rule; those of a run that failed or applied nothing count for nothing
 * @param review empty if no step has looked at the code
 */
public record RunFacts(
    RunId run,
    RepositoryId repository,
    String template,
    int templateVersion,
    Effect effect,
    RunMode mode,
    ApplyTarget apply,
    Instant createdAt,
    int planned,
    String scope,
    RunStatus status,
    Instant startedAt,
    Optional<Instant> endedAt,
    int takeovers,
    List<StepFacts> steps,
    Map<RuleId, FixFacts> fixes,
    Optional<ReviewFacts> review) {

  public RunFacts {
    requireNonNull(run, "run");
    requireNonNull(repository, "repository");
    requireNonNull(template, "template");
    requireNonNull(status, "status");
    steps = List.copyOf(steps);
    fixes = Map.copyOf(fixes);
    if (planned < 1) {
      throw new IllegalArgumentException("planned must be >= 1, was " + planned);
    }
  }

  /** {@return the facts of a run by its state, and by what its steps produced} */
  public static RunFacts of(Run run, Collection<StoredArtifact> artifacts) {
    return FactsText.read(run.plan().repository(), FactsText.of(run, artifacts));
  }

  /** {@return verified findings that the run removed; 0 or more} */
  @JsonIgnore
  public int findingsRemoved() {
    int applied = 0;
    if (keepsItsFixes()) {
      for (FixFacts some : fixes.values()) {
        applied += some.applied();
      }
    }
    return applied;
  }

  /** {@return whether its fixes are somewhere: not so if it failed, was stopped or only looked} */
  public boolean keepsItsFixes() {
    return apply != ApplyTarget.NONE
        && (status == RunStatus.SUCCEEDED || status == RunStatus.PARTIALLY_SUCCEEDED);
  }

  /** {@return whether it came to an end of its own: one that a person stopped tells nothing} */
  public boolean counts() {
    return status.isFinal() && status != RunStatus.CANCELLED;
  }

  public boolean succeeded() {
    return status == RunStatus.SUCCEEDED;
  }

  /** {@return the share of its planned steps that did their work or had none, from 0 to 1} */
  public double progress() {
    int well = 0;
    for (StepFacts step : steps) {
      well += step.endedWell() ? 1 : 0;
    }
    return (double) well / planned;
  }

  /** {@return the time from the start of its first step to its end; zero while it is not over} */
  public Duration duration() {
    return endedAt.map(end -> Duration.between(startedAt, end)).orElse(Duration.ZERO);
  }
}
