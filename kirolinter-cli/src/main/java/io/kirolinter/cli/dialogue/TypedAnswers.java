package io.kirolinter.cli.dialogue;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.Keyboard;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Answers that a person types: one key each where the terminal gives them, else one line each. */
public final class TypedAnswers implements Answers {

  private static final int USUAL_COLUMNS = 80;

  private final Environment environment;
  private Optional<Optional<Keyboard.Keys>> opened = Optional.empty();

  private TypedAnswers(Environment environment) {
    this.environment = environment;
  }

  /**
   * {@return the answers of the person in front}
   *
   * @throws InvalidRequestException if there is no terminal
   */
  public static Answers at(Environment environment) {
    checkPresent(environment);
    return new TypedAnswers(environment);
  }

  /** {@return the answers of the person in front, who is there} */
  static TypedAnswers whenAsked(Environment environment) {
    return new TypedAnswers(environment);
  }

  /** Opened with the first question, so that nothing is held where none is asked. */
  private synchronized Optional<Keyboard.Keys> keys() {
    if (opened.isEmpty()) {
      opened = Optional.of(environment.keyboard().open());
    }
    return opened.get();
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
    keys(); // opened before anything is shown, so that nothing typed at the question is lost
    environment.err().print(question);
    environment.err().flush();
    try {
      return keys().isPresent() ? key(keys().get()) : line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> line(String question) {
    environment.err().print(question);
    environment.err().flush();
    try {
      return keys().isPresent()
          ? new TypedLine(keys().get(), environment.err()).read()
          : Optional.ofNullable(environment.in().readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines are kept: where there are no single keys, they may come from another program. */
  @Override
  public void forgetTyped() {
    try {
      if (keys().isPresent()) {
        keys().get().forgetTyped();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Wrapping wrapping() {
    keys();
    int columns = columns();
    return new Wrapping(columns > 0 ? columns : toldColumns());
  }

  /** {@return how many columns the terminal has; 0 if it does not tell, or nothing was asked} */
  synchronized int columns() {
    return opened.flatMap(Function.identity()).map(Keyboard.Keys::columns).orElse(0);
  }

  private int toldColumns() {
    String told = environment.variables().getOrDefault("COLUMNS", "");
    return told.matches("[0-9]{1,4}") ? Integer.parseInt(told) : USUAL_COLUMNS;
  }

  @Override
  public synchronized void close() {
    opened.flatMap(Function.identity()).ifPresent(Keyboard.Keys::close);
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
