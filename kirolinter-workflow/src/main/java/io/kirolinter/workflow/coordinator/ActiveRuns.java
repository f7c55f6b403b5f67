package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The runs that this process works on, each by one thread. Safe for use by many threads. */
final class ActiveRuns {

  /** A run at work: how to stop it, and what it comes to. */
  record Active(StopSignal signal, CompletableFuture<Run> result) {

    static Active create() {
      return new Active(new StopSignal(), new CompletableFuture<>());
    }
  }

  private final Map<RunId, Active> runs = new ConcurrentHashMap<>();

  /** {@return the work on the run that is already there; empty if {@code work} is it now} */
  Optional<Active> enter(RunId id, Active work) {
    return Optional.ofNullable(runs.putIfAbsent(id, work));
  }

  void leave(RunId id) {
    runs.remove(id);
  }

  Optional<Active> find(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  List<RunId> ids() {
    return runs.keySet().stream().sorted().toList();
  }

  Collection<Active> all() {
    return List.copyOf(runs.values());
  }
}
