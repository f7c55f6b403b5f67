package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.FixAnswer;
import java.util.List;
import java.util.Optional;

/**
 * What was answered fix by fix, read from the journal.
 *
 * @param choices those that the answers come to
 * @param done whether the person wants to be asked about no more of them
 */
record GivenChoices(FixChoices choices, boolean done) {

  /** {@return whether the last answer about the whole step was to go through its fixes} */
  static boolean areAsked(List<RunAnswer> answers, String step) {
    return start(answers, step).isPresent();
  }

  /**
   * {@return what the answers since then come to; nothing is chosen if there are none}
   *
   * @param offered the fixes that the step offers now; answers about others are passed over
   */
  static GivenChoices of(List<RunAnswer> answers, String step, List<Finding> offered) {
    FixChoices choices = FixChoices.among(offered);
    boolean done = false;
    int start = start(answers, step).orElse(answers.size());
    for (RunAnswer answer : answers.subList(start, answers.size())) {
      Optional<FixAnswer> given = FixAnswer.of(answer.answer()).filter(a -> isAbout(answer, step));
      if (given.filter(FixAnswer.UNDO::equals).isPresent()) {
        choices.undo();
      }
      given
          .flatMap(FixAnswer::choice)
          .ifPresent(choice -> fix(answer, offered).ifPresent(f -> choices.choose(f, choice)));
      done |= given.filter(FixAnswer.LEAVE_REST::equals).isPresent();
    }
    return new GivenChoices(choices, done || choices.current().isEmpty());
  }

  private static boolean isAbout(RunAnswer answer, String step) {
    return answer.step().equals(step) && answer.fix().isPresent();
  }

  private static Optional<Finding> fix(RunAnswer answer, List<Finding> offered) {
    return offered.stream()
        .filter(finding -> answer.fix().filter(asked -> asked.isOf(finding)).isPresent())
        .findFirst();
  }

  private static Optional<Integer> start(List<RunAnswer> answers, String step) {
    for (int i = answers.size() - 1; i >= 0; i--) {
      RunAnswer answer = answers.get(i);
      if (answer.step().equals(step) && answer.fix().isEmpty()) {
        boolean oneByOne = answer.answer().equals(Answer.ONE_BY_ONE.label());
        return oneByOne ? Optional.of(i + 1) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
