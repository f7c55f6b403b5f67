package io.kirolinter.cli.command;

import io.kirolinter.core.run.Run;
import io.kirolinter.workflow.coordinator.RunHandle;
import java.time.Duration;

/** Ends a run in good order when a person interrupts the process. */
final class Interrupts {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Interrupts() {}

  /** {@return the run at its end; if the process is interrupted before, the run is cancelled} */
  static Run await(RunHandle handle) throws InterruptedException {
    Thread hook = new Thread(() -> cancel(handle), "kirolinter-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return handle.await();
    } finally {
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
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
