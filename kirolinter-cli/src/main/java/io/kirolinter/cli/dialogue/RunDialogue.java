package io.kirolinter.cli.dialogue;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.FixAnswer;
import io.kirolinter.workflow.question.FixQuestion;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes through the questions of a run: by the answers that were given beforehand, and else with the
 * person at the terminal. Where nobody is, the question stays open.
 */
public final class RunDialogue implements Confirmation, AutoCloseable {

  private final Environment environment;
  private final PreparedReplies prepared;
  private final Optional<TypedAnswers> typed;
  private final StepPrompt steps;
  private final FixPrompt fixes;
  private final OpenReading reading = new OpenReading();

  /**
   * Makes ready to ask.
   *
   * @param page makes text of the Markdown of a rule's page
   */
  public RunDialogue(
      Environment environment,
      PreparedReplies prepared,
      Colours colours,
      Function<String, String> page) {
    this.environment = environment;
    this.prepared = prepared;
    boolean present = environment.terminal() == Environment.Terminal.PRESENT;
    typed = present ? Optional.of(TypedAnswers.whenAsked(environment)) : Optional.empty();
    Answers answers = typed.<Answers>map(a -> a).orElseGet(FileAnswers::none);
    steps = new StepPrompt(answers, environment.err(), colours);
    fixes = new FixPrompt(answers, environment.err(), colours, page);
  }

  @Override
  public StepReply ask(StepQuestion question) throws InterruptedException {
    steps.show(question);
    Optional<StepReply> given = prepared.to(question.step().name());
    if (given.isPresent()) {
      tell(given.get().answer().label() + given.get().why().map(" (%s)"::formatted).orElse(""));
      return given.get();
    }
    return reading.orElse(
        StepReply.of(Answer.LATER), () -> typed.isEmpty() ? nobody() : steps.ask(question));
  }

  private StepReply nobody() {
    tell("nobody is here to answer");
    return StepReply.of(Answer.LATER);
  }

  @Override
  public FixAnswer askFix(FixQuestion question) throws InterruptedException {
    Finding finding = question.fix().finding();
    Optional<String> diff = question.fix().diff().get();
    Optional<FixAnswer> given =
        prepared
            .nextFix(question.step())
            .filter(answer -> answer != FixAnswer.UNDO || question.canUndo());
    if (given.isPresent() || typed.isEmpty()) {
      fixes.show(finding, diff, question.place(), question.total());
      tell(given.map(FixAnswer::label).orElse("nobody is here to answer"));
      return given.orElse(FixAnswer.LATER);
    }
    return reading.orElse(
        FixAnswer.LATER,
        () -> fixes.ask(finding, diff, question.place(), question.total(), question.canUndo()));
  }

  private void tell(String answer) {
    environment.err().println("Answer: " + answer);
    environment.err().flush();
  }

  @Override
  public String person() {
    return Person.at(environment);
  }

  /**
   * Leaves the question that a person is being asked without an answer, so that the run waits with
   * it. Called by another thread, when the process ends.
   *
   * @return whether somebody was being asked
   */
  public boolean leave() {
    return reading.end();
  }

  /** {@return how many columns the terminal has; 0 as long as nobody was asked there} */
  public int columns() {
    return typed.map(TypedAnswers::columns).orElse(0);
  }

  /** Gives the terminal back. */
  @Override
  public void close() {
    try {
      typed.ifPresent(TypedAnswers::close);
    } catch (UncheckedIOException e) {
      // The terminal is gone, and there is nothing to give back.
    }
  }
}
