package io.kirolinter.cli.dialogue;

import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Keyboard;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers that a person types: one key each where the terminal gives them, else one line each. */
public final class TypedAnswers implements Answers {

  private final Environment environment;
  private final Optional<Keyboard.Keys> keys;

  private TypedAnswers(Environment environment, Optional<Keyboard.Keys> keys) {
    this.environment = environment;
    this.keys = keys;
  }

  /**
   * {@return the answers of the person in front}
   *
   * @throws InvalidRequestException if there is no terminal
   */
  public static Answers at(Environment environment) {
    checkPresent(environment);
    return new TypedAnswers(environment, environment.keyboard().open());
  }

  /**
   * Refuses where nobody can be asked.
   *
   * @throws InvalidRequestException if there is no terminal
   */
  public static void checkPresent(Environment environment) {
    if (environment.terminal() == Environment.Terminal.ABSENT) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("ask", "person at", "terminal")
              .found("there is no terminal")
              .expected("a terminal for --interactive")
              .remedy("Leave --interactive out, or write the answers to a file: --answers FILE."));
    }
  }

  @Override
  public Optional<String> next(String question) {
    environment.err().print(question);
    environment.err().flush();
    try {
      return keys.isPresent() ? key(keys.get()) : line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    keys.ifPresent(Keyboard.Keys::close);
  }

  private Optional<String> line() throws IOException {
    return Optional.ofNullable(environment.in().readLine())
        .map(line -> line.strip().toLowerCase(Locale.ROOT));
  }

  private Optional<String> key(Keyboard.Keys open) throws IOException {
    OptionalInt key = open.next();
    if (key.isEmpty()) {
      environment.err().println();
      return Optional.empty();
    }
    String answer = Character.toString(key.getAsInt()).strip().toLowerCase(Locale.ROOT);
    environment.err().println(answer.chars().allMatch(c -> c >= ' ') ? answer : "");
    return Optional.of(answer);
  }
}
