package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepDescription;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The steps that the agents offer, by name. Immutable. */
final class StepCatalog {

  private final Map<String, Step> steps = new TreeMap<>();

  /** Which plugin brought a step along, by the name of the step. */
  private final Map<String, String> plugins = new HashMap<>();

  /**
   * Collects the steps of all agents.
   *
   * @throws InvalidRequestException if two steps have one name
   */
  StepCatalog(Collection<Agent> agents) {
    agents.forEach(agent -> agent.steps().forEach(step -> add(agent, step)));
  }

  private void add(Agent agent, Step step) {
    String name = step.description().name();
    if (steps.putIfAbsent(name, step) != null) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("take", "agent", agent.name())
              .found("another agent offers step '" + name + "' too")
              .expected("one step of each name")
              .remedy("Leave out one of the two agents, or rename its step."));
    }
    agent.plugin().ifPresent(plugin -> plugins.put(name, plugin));
  }

  /** {@return the step as runs are to remember it, wherever its template came from} */
  PlannedStep pinned(PlannedStep step) {
    return step.withPlugin(Optional.ofNullable(plugins.get(step.name())));
  }

  /**
   * {@return the step of this name}
   *
   * @throws InvalidRequestException if no agent offers it
   */
  Step get(String name) {
    Step step = steps.get(name);
    if (step == null) {
      throw missing(name, "no agent offers it", NearestName.hint(name, steps.keySet()));
    }
    return step;
  }

  /**
   * {@return a step of a run}
   *
   * @throws InvalidRequestException if no agent offers it; it names the plugin that once did
   */
  Step get(PlannedStep planned) {
    if (planned.plugin().isPresent() && !steps.containsKey(planned.name())) {
      String plugin = planned.plugin().get();
      throw missing(
          planned.name(),
          "it was a step of plugin '%s', which is not there".formatted(plugin),
          "Put the plugin back into the folder of plugins, or start a new run without the step.");
    }
    return get(planned.name());
  }

  private static InvalidRequestException missing(String name, String found, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("run", "step", name)
            .found(found)
            .expected("every step of the run's plan")
            .remedy(remedy));
  }

  /**
   * Checks, before anything runs, that every step of a plan is there.
   *
   * @throws InvalidRequestException if not
   */
  void requireAll(RunPlan plan) {
    plan.steps().forEach(this::describe);
  }

  StepDescription describe(PlannedStep planned) {
    return get(planned).description();
  }

  boolean changesFiles(PlannedStep planned) {
    return describe(planned).effect() == Effect.CHANGES;
  }

  List<StepDescription> descriptions() {
    return steps.values().stream().map(Step::description).toList();
  }
}
