package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.run.Dialogue;
import io.kirolinter.core.run.OpenQuestion;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.core.run.RunAnswer.AskedFix;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.step.ProposedFix;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.FixAnswer;
import io.kirolinter.workflow.question.FixQuestion;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the person of a run before each step, and fix by fix where that is wanted. What was answered
 * before, maybe to another process, is not asked again.
 *
 * <p>Used by the thread of the run.
 */
final class Interview {

  /**
   * Whether and how a step runs.
   *
   * @param answer one of yes, skip, stop and later
   * @param state the run with what was said in it; kept by whoever decides by it
   * @param why the reason that the person gave
   */
  record Decision(Answer answer, RunState state, Optional<String> why) {}

  private final Surroundings around;
  private final Optional<Confirmation> person;
  private final StopSignal signal;
  private final Consumer<RunState> journal;

  /**
   * Makes ready to ask.
   *
   * @param person who is asked; empty for nobody
   * @param journal takes each question before it is asked, with all that was answered before
   */
  Interview(
      Surroundings around,
      Optional<Confirmation> person,
      StopSignal signal,
      Consumer<RunState> journal) {
    this.around = around;
    this.person = person;
    this.signal = signal;
    this.journal = journal;
  }

  /** {@return whether there is somebody to ask, who has not said yes to all} */
  boolean asks(RunState state) {
    return person.isPresent()
        && state.dialogue().standing().stream()
            .map(RunAnswer::answer)
            .noneMatch(Answer.YES_TO_ALL.label()::equals);
  }

  /** {@return who answers} */
  String person() {
    return person.map(Confirmation::person).orElse("nobody");
  }

  /**
   * Asks about a step until it is decided.
   *
   * @param run as it stands
   * @param context what the step sees, to tell what it is about to do
   */
  Decision about(PlannedStep next, Run run, StepContext context) throws InterruptedException {
    StepPreview preview = preview(next, context);
    if (GivenChoices.areAsked(run.state().dialogue().standing(), next.name())) {
      return oneByOne(next, run, preview);
    }
    RunState asking = asking(run.state(), next, text(next, preview));
    journal.accept(asking);
    StepQuestion question = question(next, run.withState(asking), preview);
    StepReply reply = signal.interruptibly(() -> person.orElseThrow().ask(question));
    if (reply.answer() == Answer.LATER) {
      return new Decision(Answer.LATER, asking, reply.why());
    }
    RunState answered =
        answered(asking, next, reply.answer().label(), Optional.empty(), reply.why());
    return switch (reply.answer()) {
      case ONE_BY_ONE -> oneByOne(next, run.withState(answered), preview);
      case YES_TO_ALL -> new Decision(Answer.YES, answered, reply.why());
      default -> new Decision(reply.answer(), answered, reply.why());
    };
  }

  private Decision oneByOne(PlannedStep next, Run run, StepPreview preview)
      throws InterruptedException {
    List<Finding> offered = preview.fixes().stream().map(ProposedFix::finding).toList();
    RunState state = run.state();
    while (true) {
      GivenChoices given = GivenChoices.of(state.dialogue().standing(), next.name(), offered);
      if (given.done()) {
        return new Decision(Answer.YES, state, Optional.empty());
      }
      int place = given.choices().place().orElseThrow();
      ProposedFix fix = preview.fixes().get(place - 1);
      state = asking(state, next, text(fix, place, offered.size()));
      journal.accept(state);
      FixQuestion question =
          new FixQuestion(
              run.withState(state),
              next.name(),
              fix,
              place,
              offered.size(),
              given.choices().canUndo());
      FixAnswer answer = signal.interruptibly(() -> person.orElseThrow().askFix(question));
      if (answer == FixAnswer.LATER) {
        return new Decision(Answer.LATER, state, Optional.empty());
      }
      state =
          answered(
              state,
              next,
              answer.label(),
              Optional.of(AskedFix.of(fix.finding())),
              Optional.empty());
    }
  }

  /** A step that cannot tell what it will do can be run all the same. */
  private StepPreview preview(PlannedStep next, StepContext context) throws InterruptedException {
    try {
      return signal.interruptibly(() -> around.steps().get(next.name()).preview(context));
    } catch (LeaseLostException | StoreException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return StepPreview.of("what it will do cannot be told in advance (" + ErrorText.of(e) + ")");
    }
  }

  private StepQuestion question(PlannedStep next, Run run, StepPreview preview) {
    return new StepQuestion(
        run,
        around.steps().describe(next),
        run.plan().indexOf(next.name()) + 1,
        run.plan().steps().size(),
        preview,
        SkipEffects.of(next, run.plan(), around.steps(), run.state()));
  }

  /** The same question, asked again, is as old as before. */
  private RunState asking(RunState state, PlannedStep next, String text) {
    Dialogue dialogue = state.dialogue();
    OpenQuestion question =
        dialogue
            .open()
            .filter(open -> open.step().equals(next.name()) && open.text().equals(text))
            .orElseGet(() -> new OpenQuestion(next.name(), text, around.now()));
    return state.withStatus(RunStatus.WAITING).withDialogue(dialogue.asking(question));
  }

  private RunState answered(
      RunState state,
      PlannedStep next,
      String answer,
      Optional<AskedFix> fix,
      Optional<String> why) {
    return state.withDialogue(
        state
            .dialogue()
            .answered(new RunAnswer(next.name(), answer, fix, around.now(), person(), why)));
  }

  private String text(PlannedStep next, StepPreview preview) {
    StepDescription step = around.steps().describe(next);
    return "run step '%s': %s"
        .formatted(
            step.name(), preview.figures().isEmpty() ? step.sentence() : preview.figures() + ".");
  }

  private static String text(ProposedFix fix, int place, int total) {
    Finding finding = fix.finding();
    return "make fix %d of %d: %s in %s:%d."
        .formatted(place, total, finding.rule(), finding.path(), finding.range().startLine());
  }
}
