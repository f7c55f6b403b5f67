package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.step.StepContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back what a run has changed that ends before its last step has. */
record Rollback(
    Surroundings around, Run run, Route route, PinnedSnapshot pinned, RunArtifacts artifacts) {

  private static final String NOT_UNDONE =
      " What it changed is not undone: the process that tried was lost too.";

  /** Takes back what a step that was cut off has begun to change, and {@return the run's end} */
  RunState cancelled(RunState reached, String why) {
    Optional<StepRecord> begun = route.begun(reached);
    String undone =
        begun
            .filter(cut -> around.steps().changesFiles(route.planned(cut.name())))
            .map(cut -> undo(cut.name(), reached))
            .orElse("");
    return end().cancelled(reached, why, undone);
  }

  /** Takes back what all steps changed, the last change first, and {@return the run's end} */
  RunState failed(RunState reached, String why) {
    Map<String, String> notes = new HashMap<>();
    for (PlannedStep step : route.changed(reached)) {
      boolean isDeadly = route.isDeadlyToUndo(reached);
      notes.put(step.name(), isDeadly ? NOT_UNDONE : undo(step.name(), reached));
    }
    return noted(end().failed(reached, why), notes);
  }

  private EarlyEnd end() {
    return new EarlyEnd(route, around.now());
  }

  private String undo(String step, RunState reached) {
    try {
      around.steps().get(step).undo(context(step, reached));
      return " Whatever it changed is undone.";
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return " What it changed could not be undone: " + ErrorText.of(e);
    }
  }

  /** A context whose cancellation is fresh: the run may be stopped, its undoing must not be. */
  private StepContext context(String step, RunState reached) {
    Run current = run.withState(reached);
    return new RunContext(around, current, pinned, artifacts, step, Progress.none(), new Fence());
  }

  private static RunState noted(RunState over, Map<String, String> notes) {
    List<StepRecord> records =
        over.steps().stream()
            .map(record -> noted(record, notes.getOrDefault(record.name(), "")))
            .toList();
    return over.withSteps(records);
  }

  private static StepRecord noted(StepRecord record, String note) {
    return new StepRecord(
        record.name(),
        record.outcome(),
        record.attempts(),
        record.startedAt(),
        record.endedAt(),
        note.isEmpty() ? record.summary() : sentence(record.summary()) + note,
        record.error());
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
