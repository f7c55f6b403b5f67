package io.kirolinter.workflow.worker;

/**
 * Hears what a worker does. Called by several threads at once, so it must be quick and thread-safe.
 */
@FunctionalInterface
public interface WorkerListener {

  void heard(WorkerEvent event);

  /** {@return a listener that does nothing} */
  static WorkerListener none() {
    return event -> {};
  }
}
