package io.kirolinter.core.error;

/** Another process works on the run now: the caller stops, and writes nothing more. */
public final class LeaseLostException extends KiroLinterException {

  private static final long serialVersionUID = 1L;

  public LeaseLostException(ErrorMessage message) {
    super(message);
  }

  public LeaseLostException(ErrorMessage message, Throwable cause) {
    super(message, cause);
  }
}
