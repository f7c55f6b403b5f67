package io.kirolinter.cli.trial;

import io.kirolinter.agents.git.IsolatedClone;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.analytics.evolution.Outcome;
import io.kirolinter.analytics.evolution.TemplateVersion;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.template.EvolvedTemplates;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Runs versions of a template in clones and with stores of their own, which are deleted after. */
final class VersionTrials {

  private final Environment environment;
  private final Repository original;

  VersionTrials(Environment environment, Repository original) {
    this.environment = environment;
    this.original = original;
  }

  Outcome run(TemplateVersion version, CommitId commit) throws InterruptedException, IOException {
    Path folder = DataFolder.of(environment).resolve("evolution");
    Files.createDirectories(folder);
    deleteLeftovers(folder);
    Path place = Files.createTempDirectory(folder, ProcessHandle.current().pid() + "-");
    try {
      return runIn(place, version, commit);
    } finally {
      delete(place);
    }
  }

  private Outcome runIn(Path place, TemplateVersion version, CommitId commit)
      throws InterruptedException {
    Repository clone = IsolatedClone.of(original, place.resolve("clone"), commit);
    Template template = EvolvedTemplates.template(version.name(), version);
    try (Stores stores = EmbeddedStores.open(place.resolve("home"), environment.clock());
        Coordinator coordinator =
            Coordinator.builder()
                .agents(StandardAgents.withDefaults())
                .stores(stores)
                .templates(Templates.builtIn().with(template))
                .clock(environment.clock())
                .random(environment.random())
                .folder(place.resolve("runs"))
                .build()) {
      Run run = coordinator.run(template.name(), clone, RunRequest.autonomous());
      return Outcome.of(run, stores.journal().artifacts(run.id()));
    }
  }

  /** What processes left that were killed in a run; their run is run again. */
  private static void deleteLeftovers(Path folder) throws IOException {
    try (Stream<Path> places = Files.list(folder)) {
      places.filter(place -> !isInUse(place)).forEach(VersionTrials::delete);
    }
  }

  private static boolean isInUse(Path place) {
    String name = place.getFileName().toString();
    return name.matches("\\d{1,18}-\\d+")
        && ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-')))).isPresent();
  }

  private static void delete(Path place) {
    try (Stream<Path> paths = Files.walk(place)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
