package io.kirolinter.core.error;

/** A store or a service cannot be reached or cannot keep the data: trying again later may help. */
public final class StoreException extends KiroLinterException {

  private static final long serialVersionUID = 1L;

  public StoreException(ErrorMessage message) {
    super(message);
  }

  public StoreException(ErrorMessage message, Throwable cause) {
    super(message, cause);
  }
}
