package io.kirolinter.core.plugin;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.error.WorkFailedException;
import java.util.concurrent.CancellationException;

/**
 * Calls the code of a plugin: with its class loader as that of the thread, so that its libraries
 * find what it brings along, and with its name on what goes wrong.
 *
 * @param plugin the name of its file
 */
record PluginCalls(String plugin, ClassLoader loader) {

  /** Something that a plugin does. */
  @FunctionalInterface
  interface Call<T, E extends Exception> {
    T run() throws E;
  }

  /**
   * {@return what the plugin gives back}
   *
   * @param kind what is run, such as {@code step}
   * @param subject its name
   * @throws WorkFailedException if it throws anything but an exception of ours or one of the call
   */
  <T, E extends Exception> T run(String kind, String subject, Call<T, E> call) throws E {
    try {
      return inContext(call);
    } catch (KiroLinterException | CancellationException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("run", kind, subject)
              .found("plugin '%s' failed: %s".formatted(plugin, Trouble.reasonOf(e)))
              .remedy("Tell its author, or remove the plugin."),
          e);
    }
  }

  /** {@return what the plugin gives back; whatever it throws is thrown as it is} */
  <T, E extends Exception> T inContext(Call<T, E> call) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return call.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
