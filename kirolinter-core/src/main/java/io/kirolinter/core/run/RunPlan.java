package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to do: pinned when it starts, and the same until its end, also when templates, HEAD
 * or options change meanwhile.
 *
 * @param location where the repository was when the run started
 * @param baseCommit the commit that the run works on; empty for a folder without commits
 * @param effect whether any step changes files; at most one such run works on a repository at a
 *     time
 * @param forkedFrom the run whose steps and artifacts this one goes on from; empty for a run that
 *     starts with its first step
 */
public record RunPlan(
    String template,
    int templateVersion,
    List<PlannedStep> steps,
    Scope scope,
    RepositoryId repository,
    String location,
    Optional<CommitId> baseCommit,
    RunMode mode,
    RunOptions options,
    Effect effect,
    Instant createdAt,
    Optional<ForkPoint> forkedFrom) {

  public RunPlan {
    requireNonNull(template, "template");
    requireNonNull(scope, "scope");
    requireNonNull(repository, "repository");
    requireNonNull(location, "location");
    requireNonNull(baseCommit, "baseCommit");
    requireNonNull(mode, "mode");
    requireNonNull(options, "options");
    requireNonNull(effect, "effect");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(forkedFrom, "forkedFrom");
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(
          "a plan has at least one step, '" + template + "' has none");
    }
  }

  /** A plan of a run that starts with its first step. */
  public RunPlan(
      String template,
      int templateVersion,
      List<PlannedStep> steps,
      Scope scope,
      RepositoryId repository,
      String location,
      Optional<CommitId> baseCommit,
      RunMode mode,
      RunOptions options,
      Effect effect,
      Instant createdAt) {
    this(
        template,
        templateVersion,
        steps,
        scope,
        repository,
        location,
        baseCommit,
        mode,
        options,
        effect,
        createdAt,
        Optional.empty());
  }

  /** {@return whether the run takes this step from its origin, and does not run it} */
  public boolean isTaken(String step) {
    return forkedFrom.isPresent() && indexOf(step) < indexOf(forkedFrom.get().step());
  }

  /** {@return the place of the step of this name, the first one is 0; -1 if there is none} */
  public int indexOf(String step) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).name().equals(step)) {
        return i;
      }
    }
    return -1;
  }
}
