package io.kirolinter.core.plugin;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.step.Agent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that are in use, and by whom. A plugin cannot take one of them. Immutable. */
public final class TakenNames {

  private final Map<Name, String> owners;

  private TakenNames(Map<Name, String> owners) {
    this.owners = ImmutableMap.copyOf(owners);
  }

  /**
   * {@return the names of what is there without plugins, the artifacts of core included}
   *
   * @param agents taken are their names, and those of their steps and of what these produce
   * @param analyzers by their names
   * @param channels by their names
   */
  public static TakenNames of(
      Collection<Agent> agents, Collection<String> analyzers, Collection<String> channels) {
    Map<Name, String> owners = new HashMap<>();
    Streams.concat(
            agents.stream().flatMap(agent -> Name.allOf(agent).stream()),
            analyzers.stream().map(Name::analyzer),
            channels.stream().map(Name::channel),
            ArtifactType.builtIn().stream().map(Name::of))
        .forEach(name -> owners.put(name, "of what is built in"));
    return new TakenNames(owners);
  }

  /** {@return these names and those of a plugin} */
  TakenNames with(Plugin plugin) {
    Map<Name, String> more = new HashMap<>(owners);
    namesOf(plugin).forEach(name -> more.put(name, "of plugin '%s'".formatted(plugin.name())));
    return new TakenNames(more);
  }

  /**
   * Checks that a plugin can have its names.
   *
   * @throws BrokenPluginException if it uses one that is taken, or one twice, or one that is none
   */
  void check(Plugin plugin) throws BrokenPluginException {
    Set<Name> own = new HashSet<>();
    for (Name name : namesOf(plugin)) {
      if (!name.isKebabCase()) {
        throw new BrokenPluginException(name + " is not in kebab-case");
      }
      if (owners.containsKey(name)) {
        throw new BrokenPluginException(
            "%s is the name %s already".formatted(name, owners.get(name)));
      }
      if (!own.add(name)) {
        throw new BrokenPluginException(name + " is there twice");
      }
    }
  }

  private static List<Name> namesOf(Plugin plugin) {
    return Streams.concat(
            plugin.agents().stream().flatMap(agent -> Name.allOf(agent).stream()),
            plugin.analyzers().stream().map(Name::of),
            plugin.channels().stream().map(Name::of))
        .toList();
  }
}
