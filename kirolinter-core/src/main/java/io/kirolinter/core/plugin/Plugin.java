package io.kirolinter.core.plugin;

import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.step.Agent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What one jar brings along. Safe for use by many threads as far as its own code is. */
public final class Plugin implements AutoCloseable {

  private final String name;
  private final List<Agent> agents;
  private final List<Analyzer> analyzers;
  private final List<Channel> channels;
  private final PluginClassLoader loader;

  Plugin(
      String name,
      List<Agent> agents,
      List<Analyzer> analyzers,
      List<Channel> channels,
      PluginClassLoader loader) {
    this.name = name;
    this.agents = List.copyOf(agents);
    this.analyzers = List.copyOf(analyzers);
    this.channels = List.copyOf(channels);
    this.loader = loader;
  }

  /** {@return the name of the file, such as {@code todo-steps-1.2.jar}} */
  public String name() {
    return name;
  }

  public List<Agent> agents() {
    return agents;
  }

  public List<Analyzer> analyzers() {
    return analyzers;
  }

  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "plugin " + name;
  }
}
