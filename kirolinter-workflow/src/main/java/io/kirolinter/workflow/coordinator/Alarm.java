package io.kirolinter.workflow.coordinator;

import java.time.Duration;

/**
 * Does something later, for the time limits of steps. Tests hand in one that goes off when they
 * say. Safe for use by many threads.
 */
@FunctionalInterface
public interface Alarm extends AutoCloseable {

  /** An alarm that is set. */
  @FunctionalInterface
  interface Setting extends AutoCloseable {

    /** Calls the alarm off; does nothing if it has gone off. */
    @Override
    void close();
  }

  /**
   * Sets an alarm.
   *
   * @param action done after {@code time} in another thread; short, and throws nothing
   */
  Setting set(Duration time, Runnable action);

  /** Calls all alarms off, and sets none any more. */
  @Override
  default void close() {}

  /** {@return an alarm by the clock of the machine that never jumps, and by one daemon thread} */
  static Alarm real() {
    return new TimerAlarm();
  }
}
