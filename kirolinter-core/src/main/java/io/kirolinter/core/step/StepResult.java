package io.kirolinter.core.step;

import io.kirolinter.core.artifact.Artifact;
import java.time.Instant;
import java.util.Optional;

/** How an attempt of a step went, if nothing was thrown. */
public sealed interface StepResult {

  /** {@return one sentence for people} */
  String summary();

  /**
   * The work is done.
   *
   * @param artifact what the step hands on; present exactly if its description says so
   */
  record Done(Optional<Artifact> artifact, String summary) implements StepResult {}

  /**
   * A part of the work is done and stays, the rest failed, and trying again at once does not help.
   * The step counts as failed, and later steps get what it hands on.
   *
   * @param artifact what the step hands on; present exactly if its description says so
   * @param problem why the rest failed, for people
   */
  record Incomplete(Optional<Artifact> artifact, String summary, String problem)
      implements StepResult {}

  /** There was no work. */
  record NothingToDo(String summary) implements StepResult {}

  /** The work cannot be done yet; the run waits until then. */
  record Later(Instant notBefore, String summary) implements StepResult {}

  /** The work must not be done, and trying again does not help. */
  record Refused(String summary) implements StepResult {}

  static StepResult done(Artifact artifact, String summary) {
    return new Done(Optional.of(artifact), summary);
  }

  /** {@return the result of a step that hands nothing on} */
  static StepResult done(String summary) {
    return new Done(Optional.empty(), summary);
  }

  /** {@return the result of a step that did a part of its work} */
  static StepResult incomplete(Artifact artifact, String summary, String problem) {
    return new Incomplete(Optional.of(artifact), summary, problem);
  }

  static StepResult nothingToDo(String reason) {
    return new NothingToDo(reason);
  }

  static StepResult later(Instant notBefore, String reason) {
    return new Later(notBefore, reason);
  }

  static StepResult refused(String reason) {
    return new Refused(reason);
  }
}
