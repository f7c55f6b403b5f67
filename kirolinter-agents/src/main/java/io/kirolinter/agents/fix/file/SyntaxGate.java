package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.syntax.SyntaxError;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The file still parses without error. */
final class SyntaxGate implements FileGate {

  @Override
  public String name() {
    return "syntax";
  }

  @Override
  public Optional<String> objection(Attempt attempt) {
    try {
      return attempt.after().tree().errors().stream().findFirst().map(SyntaxGate::text);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return Optional.of("the changed file makes the parser or a rule fail: " + e);
    }
  }

  private static String text(SyntaxError error) {
    return "the changed file has a syntax error in line " + error.line() + ": " + error.message();
  }
}
