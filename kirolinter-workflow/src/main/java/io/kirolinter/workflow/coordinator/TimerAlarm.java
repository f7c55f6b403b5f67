package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.thread.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Alarms of one timer thread, which starts with the first of them. */
final class TimerAlarm implements Alarm {

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, task -> DaemonThreads.unstarted(task, "kirolinter-time-limits"));

  TimerAlarm() {
    // Limits are hours, steps are seconds: without this, each step would be kept for hours.
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Setting set(Duration time, Runnable action) {
    ScheduledFuture<?> future = timer.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
