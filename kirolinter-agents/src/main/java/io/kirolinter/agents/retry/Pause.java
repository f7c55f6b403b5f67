package io.kirolinter.agents.retry;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {

  /**
   * Waits for so long.
   *
   * @throws InterruptedException if the wait is cut short
   */
  void await(Duration time) throws InterruptedException;

  /** {@return a pause in which the thread sleeps} */
  static Pause sleeping() {
    return time -> Thread.sleep(time.toMillis());
  }
}
