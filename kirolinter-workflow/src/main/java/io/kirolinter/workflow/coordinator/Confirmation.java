package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.step.StepDescription;

/**
 * Asks a person before each step of an interactive run. The run is {@code waiting} in the journal
 * meanwhile, so that it can be resumed at the question if the process ends.
 */
@FunctionalInterface
public interface Confirmation {

  /** What a person can answer. */
  enum Answer {
    /** Run this step. */
    YES,
    /** Leave this step out, and ask for the next one. */
    SKIP,
    /** Run this step and all that follow, without asking again. */
    YES_TO_ALL,
    /** Run no further step; the run is cancelled, and what has ended stays. */
    STOP
  }

  /**
   * Asks whether to run a step; called by the thread of the run.
   *
   * @param run as it stands, with what the steps before came to
   * @throws InterruptedException if the run is stopped while the person thinks
   */
  Answer ask(StepDescription step, Run run) throws InterruptedException;

  /** {@return who answers, as it is written into the run} */
  default String person() {
    return "the user";
  }
}
