package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.ForkPoint;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans runs: those of a template, and those that go on from another run. */
final class RunPlanner {

  private final Surroundings around;
  private final RunIds ids;

  RunPlanner(Surroundings around) {
    this.around = around;
    ids = new RunIds(around.random());
  }

  /** {@return a new run of the template, in its opening state} */
  Run planned(Template template, Repository repository, RunRequest request) {
    Optional<CommitId> base = request.baseCommit().or(repository::head);
    RunOptions options = pinned(request.optionsFor(template), repository, base);
    Scope scope = request.sources().map(template.scope()::withSources).orElse(template.scope());
    List<PlannedStep> steps = limited(template.name(), template.steps(), options);
    RunPlan plan =
        new RunPlan(
            template.name(),
            template.version(),
            steps,
            scope,
            repository.id(),
            repository.location().toString(),
            base,
            request.mode(),
            options,
            effect(steps, options),
            around.now());
    RunId id = request.id().orElseGet(() -> ids.next(plan.createdAt()));
    return opened(id, plan, request.confirmation());
  }

  /**
   * {@return a new run that goes on from another one, in its opening state}
   *
   * @throws InvalidRequestException if it cannot go on from there
   */
  Run forked(
      Run origin, Repository repository, ForkRequest request, Optional<Confirmation> person) {
    RunPlan old = origin.plan();
    around.steps().requireAll(old);
    RunOptions options = request.options().orElse(old.options());
    requireBackgroundTarget(origin.mode(), options, old.template());
    ForkPoint point = new ForkStep(origin, around.steps(), options).choose(request.step());
    List<PlannedStep> steps = limited(old.template(), old.steps(), options);
    int first = old.indexOf(point.step());
    RunPlan plan =
        new RunPlan(
            old.template(),
            old.templateVersion(),
            steps,
            old.scope(),
            old.repository(),
            repository.location().toString(),
            old.baseCommit(),
            origin.mode(),
            options,
            effect(steps.subList(first, steps.size()), options),
            around.now(),
            Optional.of(point));
    return opened(ids.next(plan.createdAt()), plan, person);
  }

  /**
   * Refuses a run in the background that changes the checkout under its user's hands.
   *
   * @throws InvalidRequestException if it is one
   */
  static void requireBackgroundTarget(RunMode mode, RunOptions options, String template) {
    if (mode == RunMode.BACKGROUND && options.apply() == ApplyTarget.TREE) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("start", "workflow", template)
              .found("it would change the checkout in the background")
              .expected("a branch, or nothing, as the result of a background run")
              .remedy("Apply to a branch, or start the run in another mode."));
    }
  }

  /** Branches move on while the run goes, or waits to be resumed. */
  private static RunOptions pinned(
      RunOptions options, Repository repository, Optional<CommitId> commit) {
    if (options.changedSince().isEmpty()) {
      return options;
    }
    CommitId from = commit.orElseThrow(() -> nothingToCompare(repository));
    return options.withChangedSince(repository.found(options.changedSince().get(), from));
  }

  private static InvalidRequestException nothingToCompare(Repository repository) {
    return new InvalidRequestException(
        ErrorMessage.cannot("tell", "changed lines of", repository.location().toString())
            .found("it has no commit")
            .expected("a commit that can be compared with an earlier one")
            .remedy("Commit first, or leave --changed-only out."));
  }

  private Run opened(RunId id, RunPlan plan, Optional<Confirmation> confirmation) {
    Run empty = new Run(id, plan, RunState.queued());
    return empty.withState(RunDriver.opening(empty, around, confirmation.isPresent()));
  }

  private Effect effect(List<PlannedStep> steps, RunOptions options) {
    boolean changes =
        options.apply() != ApplyTarget.NONE
            && steps.stream().anyMatch(around.steps()::changesFiles);
    return changes ? Effect.CHANGES : Effect.READS;
  }

  private List<PlannedStep> limited(String template, List<PlannedStep> steps, RunOptions options) {
    Map<String, Duration> limits = options.stepTimeouts();
    Set<String> known = steps.stream().map(PlannedStep::name).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(limits.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      String name = unknown.iterator().next();
      throw new InvalidRequestException(
          ErrorMessage.cannot("limit the time of", "step", name)
              .found("'%s' has no such step".formatted(template))
              .expected("one of its steps")
              .remedy(NearestName.hint(name, known)));
    }
    return steps.stream()
        .map(
            step ->
                Optional.ofNullable(limits.get(step.name())).map(step::withTimeLimit).orElse(step))
        .map(around.steps()::pinned)
        .toList();
  }
}
