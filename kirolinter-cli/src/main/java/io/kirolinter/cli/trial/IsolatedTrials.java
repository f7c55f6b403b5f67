package io.kirolinter.cli.trial;

import io.kirolinter.agents.git.IsolatedClone;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.analytics.experiment.Place;
import io.kirolinter.analytics.experiment.Trial;
import io.kirolinter.analytics.experiment.TrialRequest;
import io.kirolinter.analytics.experiment.TrialRunner;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.Extensions;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs each trial in a clone and with stores of its own, so that no run helps or hinders another,
 * and neither the user's repository nor the ordinary history is touched.
 */
public final class IsolatedTrials implements TrialRunner {

  private final Environment environment;
  private final List<Place> places;
  private final Path folder;

  private IsolatedTrials(Environment environment, List<Place> places, Path folder) {
    this.environment = environment;
    this.places = places;
    this.folder = folder;
  }

  /**
   * {@return trials on snapshots, the first for block 1}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if a repository lacks its commit
   */
  public static IsolatedTrials of(
      Environment environment, List<Place> places, String experimentId) {
    for (Place place : places) {
      repository(environment, place).snapshot(Optional.of(place.commit())).close();
    }
    Path folder = DataFolder.of(environment).resolve("experiments").resolve(experimentId);
    return new IsolatedTrials(environment, places, folder);
  }

  private static Repository repository(Environment environment, Place place) {
    return Wiring.repository(environment, Path.of(place.location()));
  }

  @Override
  public Trial run(TrialRequest request) throws InterruptedException {
    Path place = folder.resolve("%d-%s".formatted(request.pair(), request.arm().label()));
    if (Files.exists(place)) {
      delete(place); // of a process that was killed
    }
    try {
      return runIn(place, request);
    } finally {
      delete(place);
    }
  }

  private Trial runIn(Path place, TrialRequest request) throws InterruptedException {
    Place block = places.get(request.block() - 1);
    Repository original = repository(environment, block);
    Repository clone = IsolatedClone.of(original, place.resolve("clone"), block.commit());
    try (Stores stores = EmbeddedStores.open(place.resolve("home"), environment.clock());
        Coordinator coordinator = coordinator(stores, place)) {
      long started = System.nanoTime();
      Run run = coordinator.run(request.template(), clone, RunRequest.autonomous());
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      RunFacts facts = RunFacts.of(run, stores.journal().artifacts(run.id()));
      return new Trial(facts.findingsRemoved(), run.state().status(), took);
    }
  }

  private Coordinator coordinator(Stores stores, Path place) {
    return Coordinator.builder()
        .agents(agents())
        .stores(stores)
        .moreTemplates(Wiring.templates(environment))
        .clock(environment.clock())
        .random(environment.random())
        .folder(place.resolve("runs"))
        .build();
  }

  /** Steps of extensions too, as templates name them; but no channel of anybody. */
  private List<Agent> agents() {
    Extensions extensions = environment.extensions();
    return Stream.concat(
            StandardAgents.of(extensions.analyzers(), List.of()).stream(),
            extensions.agents().stream())
        .toList();
  }

  /** Many pairs of a large repository would fill the disk. */
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
