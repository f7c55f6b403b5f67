package io.kirolinter.workflow.question;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import java.util.List;

/**
 * The question whether a step may run.
 *
 * @param run as it stands, with what the steps before came to
 * @param number the place of the step in the plan, counted from 1
 * @param total how many steps the plan has
 * @param preview what the step is about to do
 * @param ifSkipped what it means for later steps if this one is left out, in their order
 */
public record StepQuestion(
    Run run,
    StepDescription step,
    int number,
    int total,
    StepPreview preview,
    List<SkipEffect> ifSkipped) {

  public StepQuestion {
    requireNonNull(run, "run");
    requireNonNull(step, "step");
    requireNonNull(preview, "preview");
    ifSkipped = List.copyOf(ifSkipped);
  }

  /** {@return whether the answer can be {@link Confirmation.Answer#ONE_BY_ONE}} */
  public boolean offersFixes() {
    return !preview.fixes().isEmpty();
  }
}
