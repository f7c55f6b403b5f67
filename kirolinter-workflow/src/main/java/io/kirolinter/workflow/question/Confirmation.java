package io.kirolinter.workflow.question;

import java.util.Locale;

/**
 * Asks a person before each step of an interactive run, and where the person wants it, fix by fix.
 * The command line has one for the terminal; a tool brings its own, such as a dialogue window:
 *
 * <pre>{@code
 * Confirmation window =
 *     question -> {
 *       show(question.step().sentence(), question.preview().figures(), question.ifSkipped());
 *       return userClickedSkip() ? StepReply.skip(reasonField()) : StepReply.yes();
 *     };
 * coordinator.start("quick_fix", repository, RunRequest.interactive(window));
 * }</pre>
 *
 * <p>The question is in the journal before it is asked, and the run is {@code waiting} then; each
 * answer is in the journal before the next question, so that nothing is asked twice, also if the
 * process ends in between. All methods are called by the thread of the run, one at a time, and may
 * take as long as the person does; no time limit of a step runs meanwhile. An exception that they
 * throw ends the work of this process, and leaves the run waiting with its question.
 */
@FunctionalInterface
public interface Confirmation {

  /** What a person can answer before a step. */
  enum Answer {
    /** Run this step. */
    YES,
    /** Leave this step out, and ask for the next one. */
    SKIP,
    /** Run this step and all that follow, without asking again. */
    YES_TO_ALL,
    /** Run no further step; the run is cancelled, and what has ended stays. */
    STOP,
    /**
     * Run this step, and ask before about each of the {@linkplain
     * io.kirolinter.core.step.StepPreview#fixes fixes} that it offers; the same as {@link #YES} if
     * it offers none.
     */
    ONE_BY_ONE,
    /** No answer now: the run stays waiting with this question, and is let go by this process. */
    LATER;

    /** {@return the name in the journal, in kebab-case} */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Asks whether to run a step.
   *
   * @throws InterruptedException if the run is stopped while the person thinks
   */
  StepReply ask(StepQuestion question) throws InterruptedException;

  /**
   * Asks whether to make one fix. Called only after {@link Answer#ONE_BY_ONE}: whoever gives that
   * answer overrides this method, which throws an {@link IllegalStateException} otherwise.
   *
   * @throws InterruptedException if the run is stopped while the person thinks
   */
  default FixAnswer askFix(FixQuestion question) throws InterruptedException {
    throw new IllegalStateException("askFix must be there where the answer can be ONE_BY_ONE");
  }

  /** {@return who answers, as it is written into the run} */
  default String person() {
    return "the user";
  }
}
