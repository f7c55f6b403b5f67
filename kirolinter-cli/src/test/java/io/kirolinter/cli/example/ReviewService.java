package io.kirolinter.cli.example;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunEvent;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** What the servlets of a web application call; one for the whole application. */
final class ReviewService implements AutoCloseable {

  private final Stores stores;
  private final Coordinator coordinator;
  private final Map<RunId, String> progress = new ConcurrentHashMap<>();

  /** When the application starts. */
  ReviewService(Path data, List<Agent> agents) {
    stores = EmbeddedStores.open(data, InstantSource.system());
    coordinator =
        Coordinator.builder()
            .agents(agents)
            .stores(stores)
            .clock(InstantSource.system())
            .random(RandomGenerator.getDefault())
            .folder(data.resolve("runs"))
            .listener(this::heard)
            .build();
  }

  /** POST /reviews: returns at once. */
  String start(Path checkout) {
    var repository = Repositories.open(checkout);
    return coordinator.start("full_review", repository, RunRequest.background()).id().value();
  }

  /** GET /reviews/ID */
  String status(String id) {
    RunId run = RunId.of(id);
    return coordinator.active().contains(run)
        ? progress.getOrDefault(run, "starting")
        : coordinator.status(run).state().status().label();
  }

  /** DELETE /reviews/ID, from whatever thread: the step in work is stopped. */
  boolean cancel(String id) {
    return coordinator.cancel(RunId.of(id));
  }

  /** When the application has started again: goes on with what it left. */
  List<String> goOn() {
    return coordinator.left(Set.of(RunStatus.QUEUED, RunStatus.RUNNING)).stream()
        .map(run -> coordinator.resume(run.id(), Repositories.open(Path.of(run.plan().location()))))
        .map(handle -> handle.id().value())
        .toList();
  }

  /** When the application stops: steps in work may end, and the runs are given back. */
  @Override
  public void close() {
    coordinator.drain(Duration.ofSeconds(20));
    coordinator.close();
    stores.close();
  }

  /** Called by the threads of the runs, often: it must be quick. */
  private void heard(RunEvent event) {
    if (event instanceof RunEvent.StepStarted step) {
      progress.put(
          step.id(), "%s, %d of %d".formatted(step.step().name(), step.number(), step.total()));
    } else if (event instanceof RunEvent.StepProgress at) {
      progress.put(
          at.id(), "%s: %d of %d %s".formatted(at.step(), at.done(), at.total(), at.what()));
    } else if (event instanceof RunEvent.RunEnded) {
      progress.remove(event.id());
    }
  }
}
