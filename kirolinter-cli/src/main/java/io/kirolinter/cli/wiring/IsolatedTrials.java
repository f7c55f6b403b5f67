package io.kirolinter.cli.wiring;

import io.kirolinter.agents.git.IsolatedClone;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.analytics.experiment.Trial;
import io.kirolinter.analytics.experiment.TrialRequest;
import io.kirolinter.analytics.experiment.TrialRunner;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.repository.CommitId;
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
  private final Repository original;
  private final CommitId commit;
  private final Path folder;

  private IsolatedTrials(
      Environment environment, Repository original, CommitId commit, Path folder) {
    this.environment = environment;
    this.original = original;
    this.commit = commit;
    this.folder = folder;
  }

  /**
   * {@return trials on a commit}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if the repository has no such commit
   */
  public static IsolatedTrials of(
      Environment environment, Repository original, CommitId commit, String experimentId) {
    original.snapshot(Optional.of(commit)).close();
    Path folder = DataFolder.of(environment).resolve("experiments").resolve(experimentId);
    return new IsolatedTrials(environment, original, commit, folder);
  }

  /**
   * {@return the commit that is checked out}
   *
   * @throws InvalidRequestException if there is none
   */
  public static CommitId commitOf(Repository original) {
    return original.head().orElseThrow(() -> noCommit(original));
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
    Repository clone = IsolatedClone.of(original, place.resolve("clone"), commit);
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

  private static InvalidRequestException noCommit(Repository original) {
    return new InvalidRequestException(
        ErrorMessage.cannot("test", "repository", original.location().toString())
            .found("it has no commit")
            .expected("a commit that both templates start from")
            .remedy("Commit the code first."));
  }
}
