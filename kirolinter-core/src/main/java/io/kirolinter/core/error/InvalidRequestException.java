package io.kirolinter.core.error;

/** What was asked for cannot be: the caller corrects the request. Trying again does not help. */
public final class InvalidRequestException extends KiroLinterException {

  private static final long serialVersionUID = 1L;

  public InvalidRequestException(ErrorMessage message) {
    super(message);
  }

  public InvalidRequestException(ErrorMessage message, Throwable cause) {
    super(message, cause);
  }
}
