package io.kirolinter.workflow.question;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.step.ProposedFix;

/**
 * The question whether one fix of a step is to be made.
 *
 * @param run as it stands, with the answers so far
 * @param step the step that would make it
 * @param place which of the offered ones it is, counted from 1
 * @param total how many fixes the step offers; those that an answer about their rule has settled
 *     are passed over
 * @param canUndo whether there is an answer that {@link FixAnswer#UNDO} can take back
 */
public record FixQuestion(
    Run run, String step, ProposedFix fix, int place, int total, boolean canUndo) {

  public FixQuestion {
    requireNonNull(run, "run");
    requireNonNull(step, "step");
    requireNonNull(fix, "fix");
  }
}
