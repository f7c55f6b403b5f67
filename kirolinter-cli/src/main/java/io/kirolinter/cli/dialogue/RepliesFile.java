package io.kirolinter.cli.dialogue;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.workflow.question.Confirmation.Answer;
import io.kirolinter.workflow.question.StepReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers of a run in a file: for each step {@code STEP: ANSWER}, and a reason behind it if one
 * likes. Below a step that is gone through fix by fix stand the answers about its fixes, one a line
 * and with the letters of {@code kirolinter fix --answers}. Empty lines and those behind a # are
 * passed over.
 */
public final class RepliesFile {

  private static final Pattern STEP =
      Pattern.compile("(?<step>[^\\s:]+)\\s*:\\s*(?<answer>\\S+)(?:\\s+(?<why>.+))?");
  private static final String STEP_ANSWERS = "yes, skip, all, stop, fix-by-fix";
  private static final String FIX_ANSWERS = "y, n, a, d, u, q";

  private final Path file;
  private final List<String> known;
  private final PreparedReplies replies = PreparedReplies.none();
  private Optional<String> last = Optional.empty();

  private RepliesFile(Path file, List<String> known) {
    this.file = file;
    this.known = known;
  }

  /**
   * {@return the answers of a file}
   *
   * @param known the steps that the run has
   * @throws InvalidRequestException if the file cannot be read, or a line of it is no answer
   */
  public static PreparedReplies read(Path file, List<String> known) {
    RepliesFile read = new RepliesFile(file, known);
    List<String> lines = read.lines();
    for (int i = 0; i < lines.size(); i++) {
      read.take(lines.get(i).replaceFirst("#.*", "").strip(), i + 1);
    }
    return read.replies;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw refused(
          e.getClass().getSimpleName() + ": " + e.getMessage(),
          "a text file with one answer a line",
          "");
    }
  }

  private void take(String line, int number) {
    Matcher step = STEP.matcher(line);
    if (step.matches()) {
      takeStep(step, "line %d is '%s'".formatted(number, line), number);
    } else if (!line.isEmpty()) {
      takeFix(line, "line %d is '%s'".formatted(number, line));
    }
  }

  private void takeStep(Matcher line, String found, int number) {
    String step = line.group("step");
    if (!known.contains(step)) {
      throw refused(
          found + ", and the run has no step '" + step + "'",
          "one of its steps: " + String.join(", ", known),
          NearestName.hint(step, known) + " ");
    }
    if (replies.has(step)) {
      throw refused(found + ", and there is an answer for this step above", "one a step", "");
    }
    Answer answer =
        StepPrompt.answerOf(line.group("answer").toLowerCase(Locale.ROOT))
            .orElseThrow(() -> refused(found, "one of the answers: " + STEP_ANSWERS, ""));
    String why =
        Optional.ofNullable(line.group("why"))
            .orElseGet(
                () -> "said beforehand in %s, line %d".formatted(file.getFileName(), number));
    replies.put(step, StepReply.of(answer).because(why));
    last = Optional.of(step);
  }

  private void takeFix(String line, String found) {
    if (last.filter(replies::goesFixByFix).isEmpty()) {
      throw refused(
          found,
          "'STEP: ANSWER', where an answer is one of " + STEP_ANSWERS,
          "Answers about fixes stand below a step with the answer fix-by-fix. ");
    }
    String key = line.toLowerCase(Locale.ROOT);
    if (!FixPrompt.ANSWERS.contains(key)) {
      throw refused(found, "one of the answers about a fix: " + FIX_ANSWERS, "");
    }
    FixPrompt.answerOf(key).ifPresent(answer -> replies.add(last.get(), answer));
  }

  private InvalidRequestException refused(String found, String expected, String hint) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "answers in", file.toString())
            .found(found)
            .expected(expected)
            .remedy(hint + "Correct the file, and start again; nothing was changed."));
  }
}
