package io.kirolinter.cli.dialogue;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.FixAnswer;
import io.kirolinter.workflow.question.StepReply;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Answers to the questions of a run that were given before it started. For one thread. */
public final class PreparedReplies {

  private final Map<String, StepReply> steps = new HashMap<>();
  private final Map<String, Queue<FixAnswer>> fixes = new HashMap<>();

  private PreparedReplies() {}

  /** {@return no answers} */
  public static PreparedReplies none() {
    return new PreparedReplies();
  }

  /**
   * Says yes to steps, whatever was said of them before.
   *
   * @param known the steps that the run has
   * @throws InvalidRequestException if it has one of them not
   */
  public void sayYes(Collection<String> wanted, List<String> known) {
    for (String step : wanted) {
      if (!known.contains(step)) {
        throw new InvalidRequestException(
            ErrorMessage.cannot("say yes to", "step", step)
                .found("the run has no such step")
                .expected("one of its steps: " + String.join(", ", known))
                .remedy(NearestName.hint(step, known)));
      }
      steps.put(step, StepReply.yes().because("said beforehand by --yes"));
    }
  }

  void put(String step, StepReply reply) {
    steps.put(step, reply);
  }

  boolean has(String step) {
    return steps.containsKey(step);
  }

  boolean goesFixByFix(String step) {
    return to(step).filter(reply -> reply.answer() == Answer.ONE_BY_ONE).isPresent();
  }

  void add(String step, FixAnswer answer) {
    fixes.computeIfAbsent(step, any -> new ArrayDeque<>()).add(answer);
  }

  /** {@return the answer about a step} */
  Optional<StepReply> to(String step) {
    return Optional.ofNullable(steps.get(step));
  }

  /** {@return the next answer about a fix of a step, which is used up now} */
  Optional<FixAnswer> nextFix(String step) {
    return Optional.ofNullable(fixes.get(step)).map(Queue::poll);
  }
}
