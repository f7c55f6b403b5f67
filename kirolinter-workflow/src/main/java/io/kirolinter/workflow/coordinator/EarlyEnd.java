package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * The states in which a run ends before its last step has.
 *
 * @param now when it ends
 */
record EarlyEnd(Route route, Instant now) {

  static final String ON_REQUEST = "Left out: the run was stopped on request.";

  /**
   * {@return the state of a run that cannot go on}
   *
   * @param why as part of a sentence
   */
  RunState failed(RunState reached, String why) {
    RunState over =
        route
            .begun(reached)
            .map(s -> s.ended(StepOutcome.FAILED, now, "Failed: " + why + ".", Optional.of(why)))
            .map(reached::withStep)
            .orElse(reached);
    return route
        .withoutTheRest(over, now, "Left out, because " + why + ".")
        .ended(RunStatus.FAILED, now);
  }

  /**
   * {@return the state of a run that is to stop}
   *
   * @param why what is said of the steps that had not begun
   * @param undone what became of the changes of the step that was cut off: a sentence with a blank
   *     in front, or empty
   */
  RunState cancelled(RunState reached, String why, String undone) {
    String summary = "Stopped on request." + undone;
    RunState cut =
        route
            .begun(reached)
            .map(step -> step.ended(StepOutcome.SKIPPED, now, summary, step.error()))
            .map(reached::withStep)
            .orElse(reached);
    return route.withoutTheRest(cut, now, why).ended(RunStatus.CANCELLED, now);
  }
}
