package io.kirolinter.core.step;

/**
 * One durable unit of work. Once its end is in the journal it never runs again in that run; cut off
 * before that, it does, with the same {@link StepContext#idempotencyKey() key}. Called by many
 * threads at once.
 */
public interface Step {

  /** {@return what the step is; always the same} */
  StepDescription description();

  /**
   * Does the work once.
   *
   * @return how it went; anything thrown is a failed attempt, which the plan's retry policy and
   *     then the step's criticality decide about
   * @throws InterruptedException if the run is stopped; it is passed on, not swallowed
   */
  StepResult run(StepContext context) throws InterruptedException;

  /**
   * Tells what {@link #run} is about to do, for a person who is asked before. Changes nothing, and
   * takes a moment only: it counts what earlier steps left, and does not do the work.
   *
   * @return by default nothing; the person sees the sentence of the {@linkplain #description()
   *     description} then
   * @throws InterruptedException if the run is stopped; anything else that is thrown is shown to
   *     the person in place of the preview
   */
  default StepPreview preview(StepContext context) throws InterruptedException {
    return StepPreview.none();
  }

  /**
   * Takes back what this step did outside the journal, because the run failed after it. Called at
   * least once for every step that was started and changes files; doing it twice changes nothing.
   */
  default void undo(StepContext context) {}
}
