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

  /** Work that is going on, in which thread, and how it is told to stop. */
  private record Going(Thread thread, Cancellation cancellation) {

    void stop() {
      cancellation.request();
      thread.interrupt();
    }
  }

  private @Nullable Reason reason;
  private boolean patient;
  private @Nullable Going going;

  /** Stops the work; the first reason counts. */
  synchronized void stop(Reason why) {
    if (reason == null || patient) {
      reason = why;
      patient = false;
      if (going != null) {
        going.stop();
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

  /** Stops one piece of work, wherever it is, and not what comes after it. */
  synchronized void interrupt(Cancellation cancellation) {
    cancellation.request();
    if (going != null && going.cancellation() == cancellation) {
      going.stop();
    }
  }

  synchronized Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  boolean isStopped() {
    return reason().isPresent();
  }

  /** Runs work that looks at no cancellation. */
  <T> T interruptibly(Work<T> work) throws InterruptedException {
    return interruptibly(Cancellation.create(), work);
  }

  /**
   * Runs work that is interrupted when the signal comes, and whose cancellation is requested then.
   * No interrupt is left over afterwards, so that none hits the writing of the journal.
   *
   * @throws InterruptedException if the signal came before or meanwhile and the work noticed
   */
  <T> T interruptibly(Cancellation cancellation, Work<T> work) throws InterruptedException {
    Going mine = new Going(Thread.currentThread(), cancellation);
    enter(mine);
    try {
      return work.run();
    } finally {
      leave(mine);
    }
  }

  private synchronized void enter(Going mine) throws InterruptedException {
    if (reason != null) {
      mine.cancellation().request();
    }
    if (mine.cancellation().isRequested()) {
      throw new InterruptedException("stopped");
    }
    going = mine;
  }

  private synchronized void leave(Going mine) {
    // Work that was left behind ends while other work is going on.
    if (mine.equals(going)) {
      going = null;
    }
    if (mine.cancellation().isRequested()) {
      Thread.interrupted();
    }
  }
}
