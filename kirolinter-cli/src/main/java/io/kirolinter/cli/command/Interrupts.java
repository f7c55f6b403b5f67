package io.kirolinter.cli.command;

import io.kirolinter.workflow.coordinator.RunHandle;
import java.time.Duration;

/** Ends a run in good order when a person interrupts the process. */
final class Interrupts {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Interrupts() {}

  /** {@return what runs if the process is interrupted: it cancels the run and waits for its end} */
  static Thread cancelling(RunHandle handle) {
    Thread hook = new Thread(() -> cancel(handle), "kirolinter-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook finds nothing to do.
    }
  }

  private static void cancel(RunHandle handle) {
    handle.cancel();
    try {
      handle.await(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
