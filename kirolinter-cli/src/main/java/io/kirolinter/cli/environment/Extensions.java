package io.kirolinter.cli.environment;

import com.google.common.base.Suppliers;
import io.kirolinter.agents.pmd.PmdAnalyzer;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.ReviewNames;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.plugin.Plugin;
import io.kirolinter.core.plugin.PluginFolder;
import io.kirolinter.core.plugin.PluginProblem;
import io.kirolinter.core.plugin.Plugins;
import io.kirolinter.core.plugin.TakenNames;
import io.kirolinter.core.settings.NotifyEntry;
import io.kirolinter.core.settings.Vocabulary;
import io.kirolinter.core.step.Agent;
import io.kirolinter.workflow.coordinator.Coordinator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is there beside the built-in agents, analyzers and channels: on the class path, and in a
 * folder of plugins, which is looked at once, when it is first needed. No repository names such a
 * folder: whoever writes a repository must not decide what runs here. Safe for use by many threads.
 */
public final class Extensions implements AutoCloseable {

  private final Supplier<Plugins> plugins;
  private volatile boolean loaded;

  private Extensions(Supplier<Plugins> load) {
    plugins =
        Suppliers.memoize(
            () -> {
              Plugins found = load.get();
              loaded = true;
              return found;
            });
  }

  /** {@return those of the class path alone} */
  static Extensions ofClassPath() {
    return new Extensions(Plugins::none);
  }

  /**
   * {@return those of a folder too}
   *
   * @param chosen the folder that the user names, if any; asked when plugins are first needed
   * @param usual the folder that counts else, if it is there
   * @param troubles hears of each plugin that is left out
   */
  static Extensions in(Supplier<Optional<Path>> chosen, Path usual, Consumer<String> troubles) {
    return new Extensions(
        () ->
            chosen
                .get()
                .or(() -> Optional.of(usual).filter(Files::isDirectory))
                .map(folder -> load(folder, troubles))
                .orElseGet(Plugins::none));
  }

  private static Plugins load(Path folder, Consumer<String> troubles) {
    Plugins found = PluginFolder.at(folder).load(taken());
    found.problems().forEach(problem -> troubles.accept(problem.text()));
    return found;
  }

  private static TakenNames taken() {
    List<Agent> agents =
        Stream.concat(
                StandardAgents.withDefaults().stream(),
                Coordinator.agentsFromServiceLoader().stream())
            .toList();
    List<String> channels =
        Arrays.stream(NotifyEntry.Way.values()).map(NotifyEntry.Way::label).toList();
    return TakenNames.of(agents, ReviewNames.vocabulary().analyzers(), channels);
  }

  /** {@return agents of the class path and of plugins} */
  public List<Agent> agents() {
    return Stream.concat(
            Coordinator.agentsFromServiceLoader().stream(), plugins.get().agents().stream())
        .toList();
  }

  /** {@return all analyzers that have names: built in, on the class path, and of plugins} */
  public List<Analyzer> analyzers() {
    int workers = Runtime.getRuntime().availableProcessors();
    return Stream.of(
            Stream.of(JavaAnalyzer.withAllRules(workers), PmdAnalyzer.withBundledRules(workers)),
            ServiceLoader.load(Analyzer.class).stream().map(ServiceLoader.Provider::get),
            plugins.get().analyzers().stream())
        .<Analyzer>flatMap(some -> some)
        .toList();
  }

  /** {@return channels of plugins} */
  public List<Channel> channels() {
    return plugins.get().channels();
  }

  /** {@return the names that settings may use} */
  public Vocabulary vocabulary() {
    return ReviewNames.vocabulary(plugins.get().analyzers());
  }

  /** {@return the plugins that work} */
  public List<Plugin> plugins() {
    return plugins.get().all();
  }

  /** {@return why others were left out} */
  public List<PluginProblem> problems() {
    return plugins.get().problems();
  }

  @Override
  public void close() {
    if (loaded) {
      plugins.get().close();
    }
  }
}
