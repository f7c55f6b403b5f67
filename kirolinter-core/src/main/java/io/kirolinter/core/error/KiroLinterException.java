package io.kirolinter.core.error;

/**
 * The root of all errors that this product raises on purpose. Its children are split by what the
 * caller can do about them.
 */
public abstract class KiroLinterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected KiroLinterException(ErrorMessage message) {
    super(message.text());
  }

  protected KiroLinterException(ErrorMessage message, Throwable cause) {
    super(message.text(), cause);
  }
}
