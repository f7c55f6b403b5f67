package io.kirolinter.workflow.question;

import static java.util.Objects.requireNonNull;

import io.kirolinter.workflow.question.Confirmation.Answer;
import java.util.Optional;

/**
 * An answer to the question whether a step may run.
 *
 * @param why the reason, which is kept with the answer; where a step is left out, in its summary
 *     too
 */
public record StepReply(Answer answer, Optional<String> why) {

  public StepReply {
    requireNonNull(answer, "answer");
    why = why.map(String::strip).filter(text -> !text.isEmpty());
  }

  public static StepReply yes() {
    return of(Answer.YES);
  }

  /** {@return the answer that the step is left out, for this reason; blank for none} */
  public static StepReply skip(String why) {
    return of(Answer.SKIP).because(why);
  }

  /** {@return an answer without a reason} */
  public static StepReply of(Answer answer) {
    return new StepReply(answer, Optional.empty());
  }

  /** {@return the same answer, for this reason} */
  public StepReply because(String reason) {
    return new StepReply(answer, Optional.of(reason));
  }
}
