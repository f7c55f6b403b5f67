package io.kirolinter.core.error;

/** The work itself failed, as the message says. */
public final class WorkFailedException extends KiroLinterException {

  private static final long serialVersionUID = 1L;

  public WorkFailedException(ErrorMessage message) {
    super(message);
  }

  public WorkFailedException(ErrorMessage message, Throwable cause) {
    super(message, cause);
  }
}
