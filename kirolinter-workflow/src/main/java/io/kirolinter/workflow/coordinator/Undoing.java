package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes back what runs did that are over, and ends those that nobody works on. */
final class Undoing {

  private final Surroundings around;

  Undoing(Surroundings around) {
    this.around = around;
  }

  List<String> undo(Run run, Repository repository) {
    requireOver(run);
    requireQuiet(run);
    RunArtifacts artifacts = new RunArtifacts(around.journal().artifacts(run.id()));
    List<PlannedStep> changed = around.route(run.plan()).changed(run.state());
    try (PinnedSnapshot pinned = new PinnedSnapshot(repository, run.plan().baseCommit())) {
      for (PlannedStep step : changed) {
        around.steps().get(step).undo(context(run, pinned, artifacts, step.name()));
      }
    }
    List<String> names = changed.stream().map(PlannedStep::name).toList();
    remember(run, names);
    return names;
  }

  /** Ends a run that was cancelled, if nobody works on it and nothing of it is half done. */
  void endIfFree(RunId id) {
    var unused = endIfFree(id, this::cancelled);
  }

  /** Ends a run as failed, if nobody works on it and nothing of it is half done. */
  boolean giveUpIfFree(RunId id, String why) {
    return endIfFree(id, (route, state) -> failed(route, state, why));
  }

  private boolean endIfFree(RunId id, BiFunction<Route, RunState, RunState> end) {
    return endUnbegun(id, end) || endBegun(id, end);
  }

  private boolean endBegun(RunId id, BiFunction<Route, RunState, RunState> end) {
    Optional<Lease> lease =
        around.journal().claim(id, around.owner(), around.leaseLength()).granted();
    if (lease.isEmpty()) {
      return false;
    }
    Run run = around.journal().find(id).orElseThrow();
    Route route = around.route(run.plan());
    boolean halfDone =
        run.plan().effect() == Effect.CHANGES && route.begun(run.state()).isPresent();
    if (halfDone) {
      around.journal().release(lease.get());
    } else {
      around.journal().checkpoint(lease.get(), end.apply(route, run.state()), Optional.empty());
    }
    return !halfDone;
  }

  /** Ends a run that was cancelled if it had not begun and nobody holds it. */
  void endUnbegun(RunId id) {
    var unused = endUnbegun(id, this::cancelled);
  }

  private boolean endUnbegun(RunId id, BiFunction<Route, RunState, RunState> end) {
    Run run = around.journal().find(id).orElseThrow();
    RunState over = end.apply(around.route(run.plan()), run.state());
    return around.journal().endUnbegun(id, over);
  }

  private RunState cancelled(Route route, RunState state) {
    return new EarlyEnd(route, around.now()).cancelled(state, EarlyEnd.ON_REQUEST, "");
  }

  private RunState failed(Route route, RunState state, String why) {
    return new EarlyEnd(route, around.now()).failed(state, why);
  }

  private void remember(Run run, List<String> steps) {
    Observation undone =
        new Observation(
            "run-undone",
            run.plan().template(),
            steps.size(),
            "Run %s was undone: %s".formatted(run.id(), String.join(", ", steps)),
            around.now());
    around.stores().memory().observe(run.plan().repository(), run.id() + "/undo", List.of(undone));
  }

  private RunContext context(Run run, PinnedSnapshot pinned, RunArtifacts artifacts, String step) {
    return new RunContext(around, run, pinned, artifacts, step, Progress.none(), new Fence());
  }

  private static void requireOver(Run run) {
    if (!run.state().status().isFinal()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("undo", "run", run.id().value())
              .found("it is " + run.state().status().label())
              .expected("a run that is over")
              .remedy("Cancel it, or wait for its end."));
    }
  }

  private void requireQuiet(Run run) {
    around.journal().list(RunQuery.living().of(run.plan().repository())).stream()
        .filter(other -> other.plan().effect() == Effect.CHANGES)
        .filter(other -> around.journal().holder(other.id()).isPresent())
        .findFirst()
        .ifPresent(other -> busy(run, other));
  }

  private static void busy(Run run, Run other) {
    throw new InvalidRequestException(
        ErrorMessage.cannot("undo", "run", run.id().value())
            .found("run '%s' is changing the repository".formatted(other.id()))
            .expected("no run that changes it meanwhile")
            .remedy("Wait for its end, or cancel it."));
  }
}
