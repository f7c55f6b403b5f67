package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.progress.Cancellation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stops the work on a run, also while its step blocks. Safe for use by many threads. */
final class StopSignal {

  /** Why the work stops. */
  enum Reason {
    /** The run is not wanted any more. */
    CANCELLED,
    /** Another process works on it. */
    LEASE_LOST,
    /** This process ends; others may go on. */
    CLOSED
  }

  /** Work that notices an interrupt. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws InterruptedException;
  }

  private final Cancellation cancellation = Cancellation.create();
  private @Nullable Reason reason;
  private boolean patient;
  private @Nullable Thread worker;

  Cancellation cancellation() {
    return cancellation;
  }

  /** Stops the work; the first reason counts. */
  synchronized void stop(Reason why) {
    if (reason == null || patient) {
      reason = why;
      patient = false;
      cancellation.request();
      if (worker != null) {
        worker.interrupt();
      }
    }
  }

  /** Stops the work when what is being done has ended, as this process ends. */
  synchronized void stopAfterStep() {
    if (reason == null) {
      reason = Reason.CLOSED;
      patient = true;
    }
  }

  synchronized Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  boolean isStopped() {
    return reason().isPresent();
  }

  /**
   * Runs work that is interrupted when the signal comes. No interrupt is left over afterwards, so
   * that none hits the writing of the journal.
   *
   * @throws InterruptedException if the signal came before or meanwhile and the work noticed
   */
  <T> T interruptibly(Work<T> work) throws InterruptedException {
    enter();
    try {
      return work.run();
    } finally {
      leave();
    }
  }

  private synchronized void enter() throws InterruptedException {
    if (reason != null) {
      throw new InterruptedException("stopped: " + reason);
    }
    worker = Thread.currentThread();
  }

  private synchronized void leave() {
    worker = null;
    if (reason != null) {
      Thread.interrupted();
    }
  }
}
