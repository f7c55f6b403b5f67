package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.memory.Redaction;

/** Puts exceptions into the words that a run keeps: without secrets, and not endless. */
final class ErrorText {

  private static final int LONGEST = 2_000;

  private ErrorText() {}

  static String of(Throwable error) {
    String text = Redaction.of(named(error));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String named(Throwable error) {
    String message = error.getMessage();
    if (message == null || message.isBlank()) {
      return error.getClass().getSimpleName();
    }
    return error instanceof KiroLinterException || error instanceof OverrunException
        ? message
        : error.getClass().getSimpleName() + ": " + message;
  }
}
