package io.kirolinter.cli.dialogue;

import io.kirolinter.agents.fix.FixOffer;
import io.kirolinter.core.choice.Choice;
import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.agents.review.RulePages;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Goes through fixes with a person, one by one. */
public final class FixDialogue {

  private static final String UNDO = "u";
  private static final String QUIT = "q";
  private static final String EXPLAIN = "?";
  private static final String QUESTION =
      "Make this fix? [y]es, [n]o, [a]ll of its rule, [d]on't ever its rule here, "
          + "[u]ndo, [q]uit, [?] explain: ";
  private static final Map<String, Choice> CHOICES =
      Map.of(
          "y", Choice.ACCEPT,
          "n", Choice.SKIP,
          "a", Choice.ACCEPT_RULE,
          "d", Choice.REFUSE_RULE);

  /** The answers that there are. */
  public static final Set<String> ANSWERS = Set.of("y", "n", "a", "d", UNDO, QUIT, EXPLAIN);

  private final FixOffer offer;
  private final FixChoices choices;
  private final Answers answers;
  private final PrintWriter out;
  private final Colours colours;
  private final Function<String, String> page;

  private FixDialogue(
      FixOffer offer,
      Answers answers,
      PrintWriter out,
      Colours colours,
      Function<String, String> page) {
    this.offer = offer;
    this.choices = FixChoices.among(offer.fixable());
    this.answers = answers;
    this.out = out;
    this.colours = colours;
    this.page = page;
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
    FixDialogue dialogue = new FixDialogue(offer, answers, out, colours, page);
    dialogue.run();
    return dialogue.choices;
  }

  private void run() {
    boolean going = true;
    boolean shown = false;
    Optional<Finding> current = choices.current();
    while (going && current.isPresent()) {
      if (!shown) {
        show(current.get());
      }
      String answer = answers.next(QUESTION).orElse(QUIT);
      going = !answer.equals(QUIT);
      shown = !moves(answer, current.get());
      current = choices.current();
    }
    out.flush();
  }

  /** Does what was answered, and tells whether another fix may be the current one then. */
  private boolean moves(String answer, Finding current) {
    Choice choice = CHOICES.get(answer);
    if (choice != null) {
      choices.choose(choice);
      return true;
    }
    if (answer.equals(UNDO)) {
      return undo();
    }
    if (answer.equals(EXPLAIN)) {
      out.print(
          RulePages.pageOf(current.rule())
              .map(page)
              .orElse("%s has no page.%n".formatted(current.rule())));
    } else if (!answer.equals(QUIT)) {
      out.println("Answer with one of the letters in brackets.");
    }
    return false;
  }

  private boolean undo() {
    boolean undone = choices.undo();
    if (!undone) {
      out.println("There is no choice to take back.");
    }
    return undone;
  }

  private void show(Finding finding) {
    out.printf(
        "%n%s%n%s%n",
        colours.bold(
            "(%d of %d) %s:%d:%d [%s]"
                .formatted(
                    choices.place().orElseThrow(),
                    choices.size(),
                    finding.path(),
                    finding.range().startLine(),
                    finding.range().startColumn(),
                    finding.rule())),
        finding.message());
    finding.fix().ifPresent(fix -> out.printf("%s (%s)%n", fix.description(), level(fix)));
    out.print(
        offer
            .diffOf(finding)
            .map(diff -> colours.diff(hunks(diff)))
            .orElse(
                "The file has changed since it was analysed, and will be left alone.%n"
                    .formatted()));
  }

  private static String level(Fix fix) {
    return fix.level().name().toLowerCase(Locale.ROOT);
  }

  /** {@return the diff without the names of the file, which is named above} */
  private static String hunks(String diff) {
    int start = diff.indexOf("@@");
    return start < 0 ? diff : diff.substring(start);
  }
}
