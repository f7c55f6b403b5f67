package io.kirolinter.core.progress;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells work that it is no longer wanted. Once requested, it stays so. Safe for many threads. */
public final class Cancellation {

  private final AtomicBoolean requested = new AtomicBoolean();

  /** {@return a cancellation that nobody has requested yet} */
  public static Cancellation create() {
    return new Cancellation();
  }

  private Cancellation() {}

  public void request() {
    requested.set(true);
  }

  public boolean isRequested() {
    return requested.get();
  }

  /**
   * Stops the calling work if it is no longer wanted. Long loops call this.
   *
   * @throws CancellationException if cancellation was requested
   */
  public void throwIfRequested() {
    if (isRequested()) {
      throw new CancellationException("cancelled on request");
    }
  }
}
