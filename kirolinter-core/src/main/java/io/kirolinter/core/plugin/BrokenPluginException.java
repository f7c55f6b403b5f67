package io.kirolinter.core.plugin;

/** A jar cannot be used; the message says why, without a full stop. */
final class BrokenPluginException extends Exception {

  private static final long serialVersionUID = 1L;

  BrokenPluginException(String reason) {
    super(reason);
  }

  BrokenPluginException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
