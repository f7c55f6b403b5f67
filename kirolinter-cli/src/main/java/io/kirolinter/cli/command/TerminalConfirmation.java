package io.kirolinter.cli.command;

import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.workflow.coordinator.Confirmation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Asks the person at the terminal before each step. */
final class TerminalConfirmation implements Confirmation {

  private final Environment environment;

  private TerminalConfirmation(Environment environment) {
    this.environment = environment;
  }

  /**
   * {@return a confirmation by the person in front}
   *
   * @throws InvalidRequestException if there is no terminal
   */
  static Confirmation in(Environment environment) {
    if (environment.terminal() == Environment.Terminal.ABSENT) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("ask", "person at", "terminal")
              .found("there is no terminal")
              .expected("a terminal for --mode interactive")
              .remedy("Use --mode autonomous, with --dry-run to change nothing."));
    }
    return new TerminalConfirmation(environment);
  }

  @Override
  public Answer ask(StepDescription step, Run run) throws InterruptedException {
    while (true) {
      environment.err().printf("%n%s: %s%n", step.name(), step.sentence());
      environment.err().print("Run this step? [y]es, [s]kip, yes to [a]ll, s[t]op: ");
      environment.err().flush();
      Optional<Answer> answer = answerOf(line());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  /** Reads in another thread, because a read from the terminal cannot be interrupted. */
  private String line() throws InterruptedException {
    FutureTask<String> line = new FutureTask<>(this::read);
    Thread reader = new Thread(line, "kirolinter-answer");
    reader.setDaemon(true);
    reader.start();
    try {
      return line.get();
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException("the answer cannot be read", e.getCause()));
    }
  }

  private String read() throws IOException {
    String line = environment.in().readLine();
    return line == null ? "t" : line.strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Answer> answerOf(String line) {
    return switch (line) {
      case "y", "yes", "" -> Optional.of(Answer.YES);
      case "s", "skip", "n", "no" -> Optional.of(Answer.SKIP);
      case "a", "all" -> Optional.of(Answer.YES_TO_ALL);
      case "t", "stop" -> Optional.of(Answer.STOP);
      default -> Optional.empty();
    };
  }
}
