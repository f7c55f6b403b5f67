package io.kirolinter.cli.wiring;

import io.kirolinter.agents.git.GitVersion;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.Extensions;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.plugin.Plugin;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.store.embedded.StoreRepair;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries each thing that a run needs. */
public final class HealthCheck {

  private HealthCheck() {}

  /** What is known of one thing. */
  public record Finding(String subject, boolean ok, String detail) {}

  public static List<Finding> of(Environment environment, String memory) {
    return Stream.concat(
            Stream.of(
                check("java", HealthCheck::java),
                check("git", GitVersion::installed),
                check("memory", () -> memory(environment, memory))),
            plugins(environment.extensions()))
        .toList();
  }

  private static Stream<Finding> plugins(Extensions extensions) {
    return Stream.concat(
        extensions.plugins().stream()
            .map(plugin -> new Finding("plugin", true, plugin.name() + ": " + contentOf(plugin))),
        extensions.problems().stream()
            .map(
                problem ->
                    new Finding("plugin", false, problem.plugin() + ": " + problem.reason())));
  }

  private static String contentOf(Plugin plugin) {
    return Stream.of(
            plugin.agents().stream()
                .flatMap(agent -> agent.steps().stream())
                .map(step -> "step " + step.description().name()),
            plugin.analyzers().stream().map(analyzer -> "analyzer " + analyzer.name()),
            plugin.channels().stream().map(channel -> "channel " + channel.name()))
        .<String>flatMap(names -> names)
        .collect(Collectors.joining(", "));
  }

  /**
   * Sets the embedded store aside if it is damaged.
   *
   * @return where it is now
   * @throws KiroLinterException if that cannot be done
   */
  public static Optional<Path> repaired(Environment environment, String memory) {
    return memory.equals("embedded")
        ? StoreRepair.setAsideIfDamaged(Wiring.home(environment), environment.clock())
        : Optional.empty();
  }

  private static Finding check(String subject, Supplier<String> probe) {
    try {
      return new Finding(subject, true, probe.get());
    } catch (KiroLinterException e) {
      return new Finding(subject, false, String.valueOf(e.getMessage()));
    }
  }

  private static String java() {
    JavaParser.open();
    return Runtime.version() + ", parses Java " + Runtime.version().feature();
  }

  private static String memory(Environment environment, String memory) {
    try (Wiring wiring = Wiring.open(environment, memory)) {
      int runs = wiring.stores().journal().list(RunQuery.newest(1000)).size();
      return "%s, %d runs".formatted(wiring.place(), runs);
    }
  }
}
