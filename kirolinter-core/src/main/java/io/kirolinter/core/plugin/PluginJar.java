package io.kirolinter.core.plugin;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Loads what one jar brings along. */
final class PluginJar {

  private final Path jar;
  private final PluginClassLoader loader;
  private final PluginCalls calls;

  private PluginJar(Path jar, PluginClassLoader loader) {
    this.jar = jar;
    this.loader = loader;
    this.calls = new PluginCalls(String.valueOf(jar.getFileName()), loader);
  }

  /**
   * {@return the plugin in a jar}
   *
   * @param core what plugins see of us
   * @throws BrokenPluginException if it cannot be used as a whole
   */
  static Plugin load(Path jar, TakenNames taken, CoreClasses core) throws BrokenPluginException {
    PluginClassLoader loader = open(jar, core);
    try {
      PluginJar open = new PluginJar(jar, loader);
      Plugin plugin = open.calls.inContext(open::plugin);
      taken.check(plugin);
      return plugin;
    } catch (BrokenPluginException e) {
      close(loader, e);
      throw e;
    } catch (Exception
        | ServiceConfigurationError
        | LinkageError
        | AssertionError
        | StackOverflowError e) {
      // Names, steps and rules are asked for, which is code of the plugin.
      BrokenPluginException broken = new BrokenPluginException(Trouble.reasonOf(e), e);
      close(loader, broken);
      throw broken;
    }
  }

  private static PluginClassLoader open(Path jar, CoreClasses core) throws BrokenPluginException {
    try {
      new JarFile(jar.toFile()).close(); // a class loader would pass over what is no jar
      return new PluginClassLoader(jar, core);
    } catch (IOException e) {
      throw new BrokenPluginException("it is no jar that can be read: " + e, e);
    }
  }

  private static String hashOf(Path jar) throws IOException {
    return MoreFiles.asByteSource(jar).hash(Hashing.sha256()).toString();
  }

  private static void close(PluginClassLoader loader, BrokenPluginException broken) {
    try {
      loader.close();
    } catch (IOException e) {
      broken.addSuppressed(e);
    }
  }

  private Plugin plugin() throws BrokenPluginException, IOException {
    List<Agent> agents = new ArrayList<>();
    for (Agent agent : provided(Agent.class)) {
      agents.add(checked(PluginAgent.of(agent, calls)));
    }
    List<Analyzer> analyzers = new ArrayList<>();
    for (Analyzer analyzer : provided(Analyzer.class)) {
      analyzers.add(PluginAnalyzer.of(analyzer, calls, hashOf(jar)));
    }
    List<Channel> channels = new ArrayList<>();
    for (Channel channel : provided(Channel.class)) {
      channels.add(PluginChannel.of(channel, calls));
    }
    if (agents.isEmpty() && analyzers.isEmpty() && channels.isEmpty()) {
      throw new BrokenPluginException(
          "it offers no agent, analyzer or channel: META-INF/services names none");
    }
    return new Plugin(calls.plugin(), agents, analyzers, channels, loader);
  }

  private <S> List<S> provided(Class<S> service) throws BrokenPluginException {
    List<S> provided = new ArrayList<>();
    for (S one : ServiceLoader.load(service, loader)) {
      if (one.getClass().getClassLoader() != loader) {
        throw new BrokenPluginException(
            "META-INF/services names class '%s', which is not in it"
                .formatted(one.getClass().getName()));
      }
      provided.add(one);
    }
    return provided;
  }

  /** By a type of ours that is another class, steps would not understand each other. */
  private static Agent checked(Agent agent) throws BrokenPluginException {
    for (Step step : agent.steps()) {
      for (ArtifactType<?> type : typesOf(step.description())) {
        for (ArtifactType<?> ours : ArtifactType.builtIn()) {
          if (type.name().equals(ours.name()) && !type.equals(ours)) {
            throw new BrokenPluginException(
                "artifact type '%s' of step '%s' is that of %s"
                    .formatted(type, step.description().name(), ours.type().getName()));
          }
        }
      }
    }
    return agent;
  }

  private static List<ArtifactType<?>> typesOf(StepDescription step) {
    return Stream.of(step.requires().stream(), step.uses().stream(), step.produces().stream())
        .<ArtifactType<?>>flatMap(types -> types)
        .toList();
  }
}
