package io.kirolinter.cli.dialogue;

import io.kirolinter.agents.review.RulePages;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.workflow.question.FixAnswer;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shows one fix to a person, and takes the answer. */
final class FixPrompt {

  private static final String EXPLAIN = "?";
  private static final String QUESTION =
      "Make this fix? [y]es, [n]o, [a]ll of its rule, [d]on't ever its rule here, "
          + "[u]ndo, [q]uit, [?] explain: ";
  private static final Map<String, FixAnswer> KEYS =
      Map.of(
          "y", FixAnswer.ACCEPT,
          "n", FixAnswer.SKIP,
          "a", FixAnswer.ACCEPT_RULE,
          "d", FixAnswer.REFUSE_RULE,
          "u", FixAnswer.UNDO,
          "q", FixAnswer.LEAVE_REST);

  /** The answers that there are. */
  static final Set<String> ANSWERS = Set.of("y", "n", "a", "d", "u", "q", EXPLAIN);

  private final Answers answers;
  private final PrintWriter out;
  private final Colours colours;
  private final Function<String, String> page;

  /**
   * Makes a prompt.
   *
   * @param page makes text of the Markdown of a rule's page
   */
  FixPrompt(Answers answers, PrintWriter out, Colours colours, Function<String, String> page) {
    this.answers = answers;
    this.out = out;
    this.colours = colours;
    this.page = page;
  }

  /**
   * {@return the answer that a key stands for; empty if it is none, or asks for the rule's page}
   */
  static Optional<FixAnswer> answerOf(String key) {
    return Optional.ofNullable(KEYS.get(key));
  }

  /**
   * Shows a fix and asks until there is an answer.
   *
   * @param canUndo whether there is a choice to take back
   * @return {@link FixAnswer#LATER} if there are no more answers
   */
  FixAnswer ask(Finding finding, Optional<String> diff, int place, int total, boolean canUndo) {
    show(finding, diff, place, total);
    while (true) {
      Optional<String> key = answers.next(answers.wrapping().wrapped(QUESTION, ""));
      Optional<FixAnswer> answer =
          key.isEmpty() ? Optional.of(FixAnswer.LATER) : answerOf(key.get());
      if (answer.filter(FixAnswer.UNDO::equals).isPresent() && !canUndo) {
        out.println("There is no choice to take back.");
      } else if (answer.isPresent()) {
        out.flush();
        return answer.get();
      } else {
        help(key.orElse(""), finding);
      }
    }
  }

  private void help(String key, Finding finding) {
    if (key.equals(EXPLAIN)) {
      out.print(
          RulePages.pageOf(finding.rule())
              .map(page)
              .orElse("%s has no page.%n".formatted(finding.rule())));
    } else {
      out.println("Answer with one of the letters in brackets.");
    }
  }

  /** Shows a fix without asking. */
  void show(Finding finding, Optional<String> diff, int number, int total) {
    Wrapping wrapping = answers.wrapping();
    String place = "(%d of %d) ".formatted(number, total);
    String where =
        "%s:%d:%d [%s]"
            .formatted(
                finding.path(),
                finding.range().startLine(),
                finding.range().startColumn(),
                finding.rule());
    out.println();
    out.println(colours.bold(place + where));
    out.print(wrapping.lines(finding.message(), ""));
    finding
        .fix()
        .ifPresent(
            fix -> out.print(wrapping.lines(fix.description() + " (" + level(fix) + ")", "")));
    out.print(
        diff.map(text -> colours.diff(hunks(text)))
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
