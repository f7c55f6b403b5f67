package io.kirolinter.cli.output;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunAnswer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people answered in a run: when, who, to which question, what, and why. */
public final class AnswersText {

  private AnswersText() {}

  /** {@return a line for each answer, in the order in which they were given; empty for none} */
  public static String of(Run run) {
    List<RunAnswer> answers = run.state().dialogue().answers();
    return answers.isEmpty()
        ? ""
        : answers.stream()
            .map(AnswersText::line)
            .collect(Collectors.joining("", "%nAnswers:%n".formatted(), ""));
  }

  private static String line(RunAnswer answer) {
    String fix =
        answer
            .fix()
            .map(one -> "  %s:%d %s".formatted(one.path(), one.line(), one.rule()))
            .orElse("");
    String why = answer.why().map("  (%s)"::formatted).orElse("");
    return String.format(
        Locale.ROOT,
        "  %s  %s  %-10s %-11s%s%s%n",
        answer.at().truncatedTo(ChronoUnit.SECONDS),
        answer.person(),
        answer.step(),
        answer.answer(),
        fix,
        why);
  }
}
