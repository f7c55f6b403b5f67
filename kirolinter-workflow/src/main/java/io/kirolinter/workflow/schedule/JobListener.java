package io.kirolinter.workflow.schedule;

/**
 * Hears what happens to jobs. Called by several threads at once, so it must be quick and
 * thread-safe.
 */
@FunctionalInterface
public interface JobListener {

  void heard(JobEvent event);

  /** {@return a listener that does nothing} */
  static JobListener none() {
    return event -> {};
  }
}
