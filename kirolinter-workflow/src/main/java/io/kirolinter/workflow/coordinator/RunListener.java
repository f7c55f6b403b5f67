package io.kirolinter.workflow.coordinator;

/**
 * Hears what happens to runs. Called by the threads of the runs, several at once, so it must be
 * quick and thread-safe. An exception of it breaks no run: the first of each run comes back as a
 * {@link RunEvent.ListenerFailed}, and further ones are passed over.
 */
@FunctionalInterface
public interface RunListener {

  void heard(RunEvent event);

  /** {@return a listener that does nothing} */
  static RunListener none() {
    return event -> {};
  }
}
