package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.progress.Cancellation;
import java.util.concurrent.CancellationException;

/**
 * Stands between one attempt of a step and all that others see. Once it is closed, the attempt can
 * do nothing more through its context. Safe for use by many threads.
 */
final class Fence {

  private final Cancellation cancellation = Cancellation.create();
  private volatile boolean closed;

  Cancellation cancellation() {
    return cancellation;
  }

  void close() {
    closed = true;
  }

  /** Throws {@link CancellationException} if the attempt was given up. */
  void requireOpen() {
    if (closed) {
      throw new CancellationException("the attempt was given up after its time limit");
    }
  }
}
