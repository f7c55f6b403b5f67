package io.kirolinter.workflow.coordinator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How the coordinator waits. Tests hand in one that moves their clock instead. */
@FunctionalInterface
public interface Pause {

  /**
   * Waits.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void await(Duration time) throws InterruptedException;

  /** {@return a pause that lets the thread sleep} */
  static Pause real() {
    return time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }
}
