package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.condition.Artifacts;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where a run goes from a state. Pure: the same for every process that looks at the state. */
final class Route {

  private final RunPlan plan;
  private final StepCatalog catalog;
  private final int takeovers;

  /**
   * Makes the route of a plan.
   *
   * @param takeovers more processes than this, one after the other, are not lost by chance: the run
   *     itself ends them
   */
  Route(RunPlan plan, StepCatalog catalog, int takeovers) {
    this.plan = plan;
    this.catalog = catalog;
    this.takeovers = takeovers;
  }

  /** {@return the step that was started and has not ended} */
  Optional<StepRecord> begun(RunState state) {
    return state.steps().stream().filter(step -> !step.isOver()).findFirst();
  }

  PlannedStep planned(String step) {
    return plan.steps().get(plan.indexOf(step));
  }

  /** {@return the first step that nothing is known of} */
  Optional<PlannedStep> next(RunState state) {
    for (PlannedStep step : plan.steps()) {
      if (state.step(step.name()).isEmpty()) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /** {@return why the run cannot go on, if so} */
  Optional<String> dead(RunState state) {
    if (state.losses() > takeovers) {
      return Optional.of(losses(state));
    }
    for (PlannedStep step : plan.steps()) {
      boolean failed = outcome(state, step).filter(StepOutcome.FAILED::equals).isPresent();
      if (failed && step.criticality() == Criticality.CRITICAL) {
        return Optional.of("step '" + step.name() + "' failed");
      }
    }
    return Optional.empty();
  }

  /** {@return whether a process was lost again, while it took back what the dead run changed} */
  boolean isDeadlyToUndo(RunState state) {
    return state.losses() > takeovers + 1;
  }

  private String losses(RunState state) {
    String where =
        begun(state).map(step -> "in step '" + step.name() + "'").orElse("between steps");
    String last = state.lostWorker().map(", the last one was '%s'"::formatted).orElse("");
    return "%d processes in a row were lost %s%s; remove the cause, then retry the run"
        .formatted(state.losses(), where, last);
  }

  /** {@return the steps that were started and change files, the last one first} */
  List<PlannedStep> changed(RunState state) {
    List<PlannedStep> changing =
        plan.steps().stream()
            .filter(step -> state.step(step.name()).filter(r -> r.attempts() > 0).isPresent())
            .filter(catalog::changesFiles)
            .collect(Collectors.toList());
    Collections.reverse(changing);
    return changing;
  }

  /**
   * {@return the state with the steps left out whose artifacts nobody will produce, or whose
   * conditions do not hold}
   *
   * @param artifacts what the run has produced so far
   */
  RunState pastTheUnreachable(RunState state, Instant now, Artifacts artifacts) {
    RunState reached = state;
    for (Optional<PlannedStep> next = next(reached); next.isPresent(); next = next(reached)) {
      PlannedStep step = next.get();
      RunState soFar = reached;
      Optional<StepRecord> leftOut =
          leftOut(step, reached, now)
              .or(() -> uncounted(step, now, soFar))
              .or(() -> unwanted(step, now, artifacts));
      if (leftOut.isEmpty()) {
        return reached;
      }
      reached = reached.withStep(leftOut.get());
    }
    return reached;
  }

  /** {@return the state with every step that has not begun left out} */
  RunState withoutTheRest(RunState state, Instant now, String why) {
    RunState reached = state;
    for (PlannedStep step : plan.steps()) {
      if (reached.step(step.name()).isEmpty()) {
        reached = reached.withStep(StepRecord.skipped(step.name(), now, why));
      }
    }
    return reached;
  }

  /** {@return how a run ended whose steps are all over} */
  RunStatus verdict(RunState state) {
    Set<StepOutcome> outcomes =
        state.steps().stream().flatMap(s -> s.outcome().stream()).collect(Collectors.toSet());
    if (!outcomes.contains(StepOutcome.FAILED) && !outcomes.contains(StepOutcome.SKIPPED)) {
      return RunStatus.SUCCEEDED;
    }
    if (outcomes.contains(StepOutcome.SUCCEEDED) || outcomes.contains(StepOutcome.NOTHING_TO_DO)) {
      return RunStatus.PARTIALLY_SUCCEEDED;
    }
    RunMode mode = state.dialogue().mode().orElse(plan.mode());
    boolean declined = mode == RunMode.INTERACTIVE && !outcomes.contains(StepOutcome.FAILED);
    return declined ? RunStatus.CANCELLED : RunStatus.FAILED;
  }

  private Optional<StepRecord> leftOut(PlannedStep step, RunState state, Instant now) {
    List<PlannedStep> silent =
        catalog.describe(step).requires().stream()
            .filter(type -> !isProduced(type, step, state))
            .map(type -> lastProducer(type, step))
            .toList();
    if (silent.isEmpty()) {
      return Optional.empty();
    }
    Predicate<PlannedStep> idle =
        producer -> outcome(state, producer).filter(StepOutcome.NOTHING_TO_DO::equals).isPresent();
    return Optional.of(
        silent.stream()
            .filter(idle.negate())
            .findFirst()
            .map(producer -> skipped(step, producer, state, now))
            .orElseGet(() -> nothingToDo(step, silent.get(0), now)));
  }

  private static StepRecord skipped(
      PlannedStep step, PlannedStep producer, RunState state, Instant now) {
    String how = outcome(state, producer).map(StepOutcome::label).orElse("not run");
    return StepRecord.skipped(
        step.name(),
        now,
        "Left out, because it needs what step '%s' hands on, which ended as %s."
            .formatted(producer.name(), how));
  }

  /** A condition on what a step hands on that was left out cannot be looked at. */
  private Optional<StepRecord> uncounted(PlannedStep step, Instant now, RunState state) {
    return step.when().stream()
        .map(condition -> condition.measure().source())
        .filter(type -> !isProduced(type, step, state))
        .map(type -> lastProducer(type, step))
        .filter(
            producer -> outcome(state, producer).filter(StepOutcome.SKIPPED::equals).isPresent())
        .findFirst()
        .map(producer -> skipped(step, producer, state, now));
  }

  private static Optional<StepRecord> unwanted(PlannedStep step, Instant now, Artifacts artifacts) {
    return step.when().stream()
        .flatMap(condition -> condition.obstacle(artifacts).stream())
        .findFirst()
        .map(why -> nothingToDo(step, now, why));
  }

  private static StepRecord nothingToDo(PlannedStep step, PlannedStep producer, Instant now) {
    return nothingToDo(
        step, now, "Nothing to do, because step '" + producer.name() + "' had nothing to do.");
  }

  private static StepRecord nothingToDo(PlannedStep step, Instant now, String why) {
    return new StepRecord(
        step.name(),
        Optional.of(StepOutcome.NOTHING_TO_DO),
        0,
        now,
        Optional.of(now),
        why,
        Optional.empty());
  }

  private boolean isProduced(ArtifactType<?> type, PlannedStep before, RunState state) {
    return producers(type, before).stream()
        .anyMatch(p -> outcome(state, p).filter(StepOutcome.SUCCEEDED::equals).isPresent());
  }

  private PlannedStep lastProducer(ArtifactType<?> type, PlannedStep before) {
    List<PlannedStep> producers = producers(type, before);
    return producers.get(producers.size() - 1);
  }

  private List<PlannedStep> producers(ArtifactType<?> type, PlannedStep before) {
    return plan.steps().subList(0, plan.indexOf(before.name())).stream()
        .filter(step -> catalog.describe(step).produces().filter(type::equals).isPresent())
        .toList();
  }

  private static Optional<StepOutcome> outcome(RunState state, PlannedStep step) {
    return state.step(step.name()).flatMap(StepRecord::outcome);
  }
}
