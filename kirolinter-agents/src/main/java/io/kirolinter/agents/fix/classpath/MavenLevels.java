package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.building.ModelBuildingException;
import org.jspecify.annotations.Nullable;

/**
 * The levels of Java that poms tell the compiler: by its configuration, or the properties that
 * stand for it. Of several executions the lowest level counts. For one thread.
 */
final class MavenLevels {

  private final Poms poms;
  private final EffectiveModels models;

  MavenLevels(Snapshot snapshot, LocalRepository repository) {
    this.poms = new Poms(snapshot, repository);
    this.models = new EffectiveModels(poms, new CompilerModels());
  }

  /** {@return the level of a module's code; empty if its pom says none, or cannot be used} */
  Optional<JavaLevel> of(SourcePath pom, CodeKind kind) {
    try {
      Model module = models.of(poms.module(pom));
      List<Map<String, String>> settings = settingsOf(module);
      return settings.stream()
          .flatMap(one -> level(name -> valueIn(one, name, module), kind).stream())
          .min(Comparator.naturalOrder());
    } catch (IOException | ModelBuildingException | RuntimeException | StackOverflowError e) {
      return Optional.empty(); // as without a pom: nothing is known
    }
  }

  /** The release says all, the source only what the language is. */
  private static Optional<JavaLevel> level(
      Function<String, Optional<String>> settings, CodeKind kind) {
    List<String> names =
        kind == CodeKind.TEST
            ? List.of("testRelease", "release", "testSource", "source")
            : List.of("release", "source");
    return names.stream()
        .flatMap(name -> settings.apply(name).stream())
        .findFirst()
        .flatMap(JavaLevel::in);
  }

  private static Optional<String> valueIn(Map<String, String> settings, String name, Model module) {
    return Stream.of(settings.get(name), module.getProperties().get("maven.compiler." + name))
        .flatMap(Stream::ofNullable)
        .map(value -> PomText.filled(module, "" + value).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** {@return what each execution sets; that of the plugin itself comes first} */
  private static List<Map<String, String>> settingsOf(Model module) throws IOException {
    List<Map<String, String>> settings = new ArrayList<>();
    for (Plugin compiler : CompilerModels.compilersOf(module.getBuild())) {
      Map<String, String> usual = settings(compiler.getConfiguration());
      settings.add(usual);
      for (var execution : compiler.getExecutions()) {
        Map<String, String> own = new HashMap<>(usual);
        own.putAll(settings(execution.getConfiguration()));
        settings.add(own);
      }
    }
    return settings.isEmpty() ? List.of(Map.of()) : settings;
  }

  private static Map<String, String> settings(@Nullable Object configuration) throws IOException {
    if (configuration == null) {
      return Map.of();
    }
    Map<String, String> settings = new HashMap<>();
    for (var element :
        SmallXml.elements(configuration.toString().getBytes(StandardCharsets.UTF_8))) {
      settings.put(element.place().replaceFirst("^configuration/", ""), element.text().strip());
    }
    return settings;
  }
}
