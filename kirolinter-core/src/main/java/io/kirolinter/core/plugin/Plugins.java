package io.kirolinter.core.plugin;

import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.step.Agent;
import java.util.List;

/**
 * The plugins of a folder. Closing it closes their jars: nothing of them is used afterwards.
 *
 * @param all those that work, ordered by file name
 * @param problems why others were left out
 */
public record Plugins(List<Plugin> all, List<PluginProblem> problems) implements AutoCloseable {

  public Plugins {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /** {@return no plugins} */
  public static Plugins none() {
    return new Plugins(List.of(), List.of());
  }

  public List<Agent> agents() {
    return all.stream().flatMap(plugin -> plugin.agents().stream()).toList();
  }

  public List<Analyzer> analyzers() {
    return all.stream().flatMap(plugin -> plugin.analyzers().stream()).toList();
  }

  public List<Channel> channels() {
    return all.stream().flatMap(plugin -> plugin.channels().stream()).toList();
  }

  @Override
  public void close() {
    all.forEach(Plugin::close);
  }
}
