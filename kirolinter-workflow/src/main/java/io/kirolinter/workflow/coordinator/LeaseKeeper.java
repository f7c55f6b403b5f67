package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.RunJournal;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Holds the lease of one run: renews it at a third of its length, and hears every second, or as
 * often as it renews, whether the run is to stop.
 */
final class LeaseKeeper implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final RunJournal journal;
  private final Duration length;
  private final StopSignal signal;
  private final ScheduledFuture<?> renewals;
  private final ScheduledFuture<?> looks;
  private volatile Lease lease;

  LeaseKeeper(
      RunJournal journal,
      Lease lease,
      Duration length,
      StopSignal signal,
      ScheduledExecutorService timer) {
    this.journal = journal;
    this.length = length;
    this.signal = signal;
    this.lease = lease;
    long third = length.toMillis() / 3;
    long look = Math.min(third, BETWEEN_LOOKS.toMillis());
    renewals = timer.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
    looks = timer.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
  }

  Lease lease() {
    return lease;
  }

  /**
   * Makes sure that the run can still be written by this process.
   *
   * @throws LeaseLostException if another one has it
   * @throws io.kirolinter.core.error.StoreException if the store cannot be written
   */
  void confirm() {
    lease = journal.renew(lease, length);
  }

  /** Gives the run back, for others to claim at once. */
  void release() {
    journal.release(lease);
  }

  /** Renews and looks no more. */
  @Override
  public void close() {
    renewals.cancel(false);
    looks.cancel(false);
  }

  private void renew() {
    try {
      confirm();
    } catch (LeaseLostException e) {
      signal.stop(StopSignal.Reason.LEASE_LOST);
    } catch (RuntimeException e) {
      // The store may be back at the next renewal. If it is not, the lease ends, somebody else may
      // go on, and the fencing token keeps every later write of this process out.
      return;
    }
  }

  private void look() {
    try {
      if (journal.isCancelRequested(lease.run())) {
        signal.stop(StopSignal.Reason.CANCELLED);
      }
    } catch (RuntimeException e) {
      // Nobody can ask for anything through a store that is gone; the next look may find it back.
      return;
    }
  }
}
