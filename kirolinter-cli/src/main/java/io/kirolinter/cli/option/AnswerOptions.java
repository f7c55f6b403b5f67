package io.kirolinter.cli.option;

import io.kirolinter.cli.dialogue.Colours;
import io.kirolinter.cli.dialogue.PreparedReplies;
import io.kirolinter.cli.dialogue.RepliesFile;
import io.kirolinter.cli.dialogue.RunDialogue;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.output.MarkdownText;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.RunMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options by which the questions of an interactive run are answered beforehand. */
public final class AnswerOptions {

  @Option(
      names = "--yes",
      split = ",",
      paramLabel = "STEP",
      description = "In interactive mode: run these steps without asking.")
  List<String> yes = new ArrayList<>();

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description =
          "In interactive mode: take answers from a file, one a line, such as 'fix: skip'.")
  Optional<Path> answers = Optional.empty();

  /**
   * {@return who answers the questions of a run; nobody, if it asks none}
   *
   * @param steps those that the run has
   * @throws InvalidRequestException if nobody can answer, or there are answers to no question
   */
  public Optional<RunDialogue> dialogue(
      RunMode mode, List<String> steps, GlobalOptions global, Environment environment) {
    requireAnswerable(mode, environment);
    if (mode != RunMode.INTERACTIVE) {
      return Optional.empty();
    }
    PreparedReplies prepared =
        answers
            .map(file -> RepliesFile.read(environment.folder().resolve(file), steps))
            .orElseGet(PreparedReplies::none);
    prepared.sayYes(yes, steps);
    return Optional.of(
        new RunDialogue(
            environment, prepared, Colours.of(environment, global.noColor()), MarkdownText::of));
  }

  /**
   * Refuses questions that nobody can answer, and answers that nobody asks for.
   *
   * @throws InvalidRequestException if it is so
   */
  public void requireAnswerable(RunMode mode, Environment environment) {
    boolean given = !yes.isEmpty() || answers.isPresent();
    if (mode != RunMode.INTERACTIVE && given) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", yes.isEmpty() ? "--answers" : "--yes")
              .found("the mode is " + mode.label())
              .expected("interactive")
              .remedy("Leave it out, or use --mode interactive."));
    }
    boolean absent = environment.terminal() == Environment.Terminal.ABSENT;
    if (mode == RunMode.INTERACTIVE && absent && !given) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("ask", "person at", "terminal")
              .found("there is no terminal")
              .expected("a terminal for --mode interactive, or answers given beforehand")
              .remedy("Use --yes STEP,... or --answers FILE, or --mode autonomous."));
    }
  }
}
