package io.kirolinter.cli.dialogue;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Answers that were written down: one a line; empty lines and those behind a # are passed over. */
public final class FileAnswers implements Answers {

  private final Queue<String> rest;

  private FileAnswers(Queue<String> rest) {
    this.rest = rest;
  }

  /** {@return no answers} */
  static Answers none() {
    return new FileAnswers(new ArrayDeque<>());
  }

  /**
   * {@return the answers of a file}
   *
   * @param known the answers that there are
   * @throws InvalidRequestException if the file cannot be read, or has another answer in it
   */
  public static Answers in(Path file, Set<String> known) {
    Queue<String> answers = new ArrayDeque<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String answer = lines.get(i).replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
      if (!answer.isEmpty() && !known.contains(answer)) {
        throw refused(file, "line %d is '%s'".formatted(i + 1, answer), known);
      }
      if (!answer.isEmpty()) {
        answers.add(answer);
      }
    }
    return new FileAnswers(answers);
  }

  @Override
  public Optional<String> next(String question) {
    return Optional.ofNullable(rest.poll());
  }

  @Override
  public Optional<String> line(String question) {
    return next(question);
  }

  /** What is written down is meant. */
  @Override
  public void forgetTyped() {}

  @Override
  public Wrapping wrapping() {
    return new Wrapping(Integer.MAX_VALUE);
  }

  @Override
  public void close() {}

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw refused(file, e.getClass().getSimpleName() + ": " + e.getMessage(), Set.of());
    }
  }

  private static InvalidRequestException refused(Path file, String found, Set<String> known) {
    String answers =
        known.isEmpty() ? "" : ": " + String.join(", ", known.stream().sorted().toList());
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "answers in", file.toString())
            .found(found)
            .expected("a text file with one answer a line" + answers)
            .remedy("Correct the file, and start again; nothing was changed."));
  }
}
