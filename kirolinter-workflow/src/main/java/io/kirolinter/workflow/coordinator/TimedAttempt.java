package io.kirolinter.workflow.coordinator;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.coordinator.Alarm.Setting;
import io.kirolinter.workflow.coordinator.StopSignal.Work;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a step that has a time limit, in a thread of its own. When the limit is over, the
 * step is told to stop; if it does not, its thread is left behind, fenced, and the run goes on.
 */
final class TimedAttempt {

  /** How long a step that was told to stop may take for it. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final Surroundings around;
  private final StopSignal signal;
  private final Fence fence;
  private final String step;
  private final Duration limit;
  private final CompletableFuture<StepResult> end = new CompletableFuture<>();
  private @Nullable Setting next;
  private boolean late;
  private boolean over;

  TimedAttempt(Surroundings around, StopSignal signal, Fence fence, String step, Duration limit) {
    this.around = around;
    this.signal = signal;
    this.fence = fence;
    this.step = step;
    this.limit = limit;
  }

  /**
   * {@return what the step comes to, also if it ends well after it was told to stop}
   *
   * @throws OverrunException if the limit was over, and the step stopped or did not
   * @throws InterruptedException if the run is stopped
   */
  StepResult run(Work<StepResult> work) throws InterruptedException, OverrunException {
    around.stepThreads().execute(() -> work(work));
    set(limit, this::overrun);
    try {
      return awaited();
    } finally {
      callOff();
    }
  }

  private void work(Work<StepResult> work) {
    try {
      end.complete(signal.interruptibly(fence.cancellation(), work));
    } catch (Throwable e) {
      end.completeExceptionally(e);
    }
  }

  private StepResult awaited() throws InterruptedException, OverrunException {
    while (true) {
      try {
        return end.get();
      } catch (InterruptedException e) {
        // As if it had hit the step: the run is not wanted, and the step ends in good order.
        signal.stop(StopSignal.Reason.CANCELLED);
      } catch (CancellationException e) {
        throw thrown(e); // a future does not wrap this one
      } catch (ExecutionException e) {
        throw thrown(requireNonNull(e.getCause(), "cause"));
      }
    }
  }

  private RuntimeException thrown(Throwable cause) throws InterruptedException, OverrunException {
    if (cause instanceof OverrunException deaf) {
      throw deaf;
    }
    if (isLate() && !signal.isStopped()) {
      throw OverrunException.stopped(step, limit, cause);
    }
    if (cause instanceof InterruptedException stopped) {
      throw stopped;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  private void overrun() {
    synchronized (this) {
      late = true;
    }
    signal.interrupt(fence.cancellation());
    set(GRACE, this::abandon);
  }

  private void abandon() {
    fence.close();
    end.completeExceptionally(OverrunException.deaf(step, limit, GRACE));
  }

  private synchronized boolean isLate() {
    return late;
  }

  private synchronized void set(Duration time, Runnable action) {
    if (!over) {
      next = around.alarm().set(time, action);
    }
  }

  private synchronized void callOff() {
    over = true;
    if (next != null) {
      next.close();
    }
  }
}
