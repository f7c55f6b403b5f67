package io.kirolinter.core.plugin;

import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import java.util.List;
import java.util.Optional;

/** An agent of a plugin, as it was when the plugin was loaded. */
record PluginAgent(String name, List<Step> steps, Optional<String> plugin) implements Agent {

  static PluginAgent of(Agent agent, PluginCalls calls) {
    List<Step> steps =
        agent.steps().stream().<Step>map(step -> PluginStep.of(step, calls)).toList();
    return new PluginAgent(agent.name(), steps, Optional.of(calls.plugin()));
  }
}
