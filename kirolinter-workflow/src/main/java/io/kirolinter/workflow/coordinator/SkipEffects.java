package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.workflow.question.SkipEffect;
import io.kirolinter.workflow.question.SkipEffect.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows if a step is left out, by what the check of a template looks at: artifacts that
 * later steps require, use, or count in their conditions.
 *
 * <p>Used for one step.
 */
final class SkipEffects {

  private final RunPlan plan;
  private final StepCatalog catalog;
  private final RunState state;

  /** Which step would have handed on what will not be there. */
  private final Map<ArtifactType<?>, String> missing = new HashMap<>();

  private SkipEffects(RunPlan plan, StepCatalog catalog, RunState state) {
    this.plan = plan;
    this.catalog = catalog;
    this.state = state;
  }

  /** {@return what it means for the steps behind it, in their order} */
  static List<SkipEffect> of(
      PlannedStep skipped, RunPlan plan, StepCatalog catalog, RunState state) {
    return new SkipEffects(plan, catalog, state).after(skipped);
  }

  private List<SkipEffect> after(PlannedStep skipped) {
    List<SkipEffect> effects = new ArrayList<>();
    int place = plan.indexOf(skipped.name());
    lose(skipped);
    for (PlannedStep later : plan.steps().subList(place + 1, plan.steps().size())) {
      Optional<SkipEffect> effect = on(later);
      effect.ifPresent(effects::add);
      if (effect.filter(e -> e.kind() == Kind.CANNOT_RUN).isPresent()) {
        lose(later);
      } else {
        catalog.describe(later).produces().ifPresent(missing::remove);
      }
    }
    return effects;
  }

  /** What an earlier step has handed on already stays. */
  private void lose(PlannedStep step) {
    catalog
        .describe(step)
        .produces()
        .filter(type -> !isThere(type))
        .ifPresent(type -> missing.put(type, step.name()));
  }

  private boolean isThere(ArtifactType<?> type) {
    return plan.steps().stream()
        .filter(step -> catalog.describe(step).produces().filter(type::equals).isPresent())
        .flatMap(step -> state.step(step.name()).flatMap(StepRecord::outcome).stream())
        .anyMatch(StepOutcome.SUCCEEDED::equals);
  }

  private Optional<SkipEffect> on(PlannedStep later) {
    StepDescription step = catalog.describe(later);
    List<ArtifactType<?>> counted =
        later.when().stream().<ArtifactType<?>>map(SkipEffects::source).toList();
    return effect(later, Kind.CANNOT_RUN, "it needs the %s, which '%s' hands on", step.requires())
        .or(
            () ->
                effect(
                    later,
                    Kind.CANNOT_RUN,
                    "its condition counts in the %s, which '%s' hands on",
                    counted))
        .or(
            () ->
                effect(
                    later,
                    Kind.RUNS_WITHOUT,
                    "it takes the %s into account, which '%s' hands on",
                    step.uses()));
  }

  private static ArtifactType<?> source(Condition condition) {
    return condition.measure().source();
  }

  private Optional<SkipEffect> effect(
      PlannedStep later, Kind kind, String why, Collection<ArtifactType<?>> types) {
    return types.stream()
        .filter(missing::containsKey)
        .min((one, other) -> one.name().compareTo(other.name()))
        .map(
            type ->
                new SkipEffect(
                    later.name(),
                    kind,
                    why.formatted(type.name().replace('-', ' '), missing.get(type))));
  }
}
