package io.kirolinter.core.notice;

/**
 * A way to reach people. Found by {@link java.util.ServiceLoader}, or handed over. Called by many
 * threads at once.
 */
public interface Channel {

  /** {@return the name by which users choose it: kebab-case, unique, never changed} */
  String name();

  /**
   * Sends a message. Sending one with the same id again does not reach people a second time, as far
   * as the channel can tell.
   *
   * @return where it went, without secrets
   * @throws io.kirolinter.core.error.StoreException if the service cannot be reached; the message
   *     can be sent again
   */
  String send(Message message);
}
