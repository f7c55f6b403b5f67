package io.kirolinter.core.error;

import static java.util.Objects.requireNonNull;

/**
 * The form of every error message: what cannot be done to what, what was found, which rule it
 * breaks, and what to do next.
 *
 * @param action the verb, such as {@code start}
 * @param kind what the subject is, such as {@code workflow}
 * @param subject the name of the thing at fault, shown in quotes
 * @param found what was found, without a full stop
 * @param expected the rule, without a full stop
 * @param remedy what the reader can do, a whole sentence
 */
public record ErrorMessage(
    String action, String kind, String subject, String found, String expected, String remedy) {

  public ErrorMessage {
    requireNonNull(action, "action");
    requireNonNull(kind, "kind");
    requireNonNull(subject, "subject");
    requireNonNull(found, "found");
    requireNonNull(expected, "expected");
    requireNonNull(remedy, "remedy");
  }

  /** Starts a message; every part left out stays empty and is not shown. */
  public static ErrorMessage cannot(String action, String kind, String subject) {
    return new ErrorMessage(action, kind, subject, "", "", "");
  }

  public ErrorMessage found(String text) {
    return new ErrorMessage(action, kind, subject, text, expected, remedy);
  }

  public ErrorMessage expected(String text) {
    return new ErrorMessage(action, kind, subject, found, text, remedy);
  }

  public ErrorMessage remedy(String text) {
    return new ErrorMessage(action, kind, subject, found, expected, text);
  }

  /** {@return the message as people read it, in one line} */
  public String text() {
    StringBuilder text = new StringBuilder("Cannot ").append(action).append(' ').append(kind);
    text.append(" '").append(subject).append("': ").append(found);
    if (!expected.isEmpty()) {
      text.append("; expected ").append(expected);
    }
    text.append('.');
    if (!remedy.isEmpty()) {
      text.append(' ').append(remedy);
    }
    return text.toString();
  }
}
