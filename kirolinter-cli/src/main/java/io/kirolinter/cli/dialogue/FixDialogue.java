package io.kirolinter.cli.dialogue;

import io.kirolinter.agents.fix.FixOffer;
import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.workflow.question.FixAnswer;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Goes through fixes with a person, one by one, outside of any run. */
public final class FixDialogue {

  /** The answers that there are. */
  public static final Set<String> ANSWERS = FixPrompt.ANSWERS;

  private final FixOffer offer;
  private final FixChoices choices;
  private final FixPrompt prompt;

  private FixDialogue(FixOffer offer, FixPrompt prompt) {
    this.offer = offer;
    this.choices = FixChoices.among(offer.fixable());
    this.prompt = prompt;
  }

  /**
   * {@return what was chosen until all was, the person quit, or there were no more answers}
   *
   * @param page makes text of the Markdown of a rule's page
   */
  public static FixChoices about(
      FixOffer offer,
      Answers answers,
      PrintWriter out,
      Colours colours,
      Function<String, String> page) {
    FixPrompt prompt = new FixPrompt(answers, out, colours, page);
    FixDialogue dialogue = new FixDialogue(offer, prompt);
    dialogue.run();
    return dialogue.choices;
  }

  private void run() {
    boolean going = true;
    Optional<Finding> current = choices.current();
    while (going && current.isPresent()) {
      going = choose(current.get());
      current = choices.current();
    }
  }

  /** {@return whether the person goes on} */
  private boolean choose(Finding finding) {
    int place = choices.place().orElseThrow();
    FixAnswer answer =
        prompt.ask(finding, offer.diffOf(finding), place, choices.size(), choices.canUndo());
    answer.choice().ifPresent(choices::choose);
    if (answer == FixAnswer.UNDO) {
      choices.undo();
    }
    return answer != FixAnswer.LEAVE_REST && answer != FixAnswer.LATER;
  }
}
