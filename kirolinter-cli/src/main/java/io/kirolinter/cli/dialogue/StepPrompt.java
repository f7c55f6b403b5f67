package io.kirolinter.cli.dialogue;

import io.kirolinter.core.step.StepPreview;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.SkipEffect;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/** Shows a step that is about to run, and takes the answer whether it may. */
final class StepPrompt {

  private static final String INDENT = "  ";
  private static final String QUESTION =
      "Run this step? [y]es, [s]kip, yes to [a]ll, s[t]op, [d]etails";
  private static final String FIX_BY_FIX = ", [f]ix by fix";
  private static final String WHY =
      "Why is it left out? A line, Enter for no reason, [b] to go back: ";
  private static final Map<String, Answer> WORDS =
      Map.ofEntries(
          Map.entry("y", Answer.YES),
          Map.entry("yes", Answer.YES),
          Map.entry("s", Answer.SKIP),
          Map.entry("skip", Answer.SKIP),
          Map.entry("a", Answer.YES_TO_ALL),
          Map.entry("all", Answer.YES_TO_ALL),
          Map.entry("t", Answer.STOP),
          Map.entry("stop", Answer.STOP),
          Map.entry("f", Answer.ONE_BY_ONE),
          Map.entry("fix-by-fix", Answer.ONE_BY_ONE));

  private final Answers answers;
  private final PrintWriter out;
  private final Colours colours;

  StepPrompt(Answers answers, PrintWriter out, Colours colours) {
    this.answers = answers;
    this.out = out;
    this.colours = colours;
  }

  /** {@return the answer that a key or word stands for} */
  static Optional<Answer> answerOf(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  /**
   * Asks until there is an answer.
   *
   * @return {@link Answer#LATER} if there are no more answers
   */
  StepReply ask(StepQuestion question) {
    answers.forgetTyped();
    while (true) {
      String keys = QUESTION + (question.offersFixes() ? FIX_BY_FIX : "") + ": ";
      Optional<String> word = answers.next(answers.wrapping().wrapped(keys, ""));
      if (word.isEmpty()) {
        return StepReply.of(Answer.LATER);
      }
      Optional<StepReply> reply = reply(word.get(), question);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
  }

  private Optional<StepReply> reply(String word, StepQuestion question) {
    if (word.equals("d") || word.equals("details")) {
      showDetails(question);
      return Optional.empty();
    }
    Optional<Answer> answer = answerOf(word);
    if (answer.filter(Answer.ONE_BY_ONE::equals).isPresent() && !question.offersFixes()) {
      say("This step has no fixes to choose from.");
      return Optional.empty();
    }
    if (answer.isEmpty()) {
      say("Answer with one of the letters in brackets.");
    }
    return answer.flatMap(one -> one == Answer.SKIP ? skip(question) : reply(one));
  }

  private static Optional<StepReply> reply(Answer answer) {
    return Optional.of(StepReply.of(answer));
  }

  /** What it means is told before the person says so for good. */
  private Optional<StepReply> skip(StepQuestion question) {
    question.ifSkipped().forEach(effect -> say(effect.toString()));
    Optional<String> why = answers.line(answers.wrapping().wrapped(WHY, ""));
    if (why.isEmpty()) {
      return reply(Answer.LATER);
    }
    return why.get().strip().equals("b")
        ? Optional.empty()
        : Optional.of(StepReply.skip(why.get()));
  }

  /** Shows a step without asking. */
  void show(StepQuestion question) {
    String place = "Step %d of %d: ".formatted(question.number(), question.total());
    out.println();
    out.println(colours.bold(place + question.step().name()));
    say(question.step().sentence());
    String figures = question.preview().figures();
    if (!figures.isEmpty()) {
      say("Ahead: " + figures + ".");
    }
    out.flush();
  }

  private void showDetails(StepQuestion question) {
    StepPreview preview = question.preview();
    preview.details().forEach(line -> say("- " + line));
    if (question.ifSkipped().isEmpty()) {
      say("- if it is skipped, the later steps are none the poorer");
    }
    for (SkipEffect effect : question.ifSkipped()) {
      say("- if it is skipped: " + effect);
    }
    out.flush();
  }

  private void say(String text) {
    out.print(answers.wrapping().lines(text, INDENT));
  }
}
