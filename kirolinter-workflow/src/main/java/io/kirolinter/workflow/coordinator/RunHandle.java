package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A run that this process works on. Safe for use by many threads. */
public final class RunHandle {

  private final RunId id;
  private final CompletableFuture<Run> result;
  private final Runnable cancel;

  RunHandle(RunId id, CompletableFuture<Run> result, Runnable cancel) {
    this.id = id;
    this.result = result;
    this.cancel = cancel;
  }

  public RunId id() {
    return id;
  }

  /**
   * Waits until this process is done with the run.
   *
   * @return the run: over, or waiting for a time that is too far away, or queued if the coordinator
   *     was closed
   * @throws io.kirolinter.core.error.InvalidRequestException if another run kept changing the
   *     repository for too long; the run stays queued
   * @throws io.kirolinter.core.error.LeaseLostException if another process works on the run now
   * @throws io.kirolinter.core.error.StoreException if the store cannot be reached; the run can be
   *     resumed later
   * @throws InterruptedException if the waiting thread is interrupted; the run goes on
   */
  public Run await() throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /**
   * Waits as {@link #await()} does, but not longer than {@code limit}.
   *
   * @return empty if this process still works on the run
   */
  public Optional<Run> await(Duration limit) throws InterruptedException {
    try {
      return Optional.of(result.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** {@return whether this process is done with the run} */
  public boolean isDone() {
    return result.isDone();
  }

  /**
   * Asks the run to stop. The step that runs is interrupted; what it began to change is taken back,
   * and what ended before it stays. Does nothing if the run is over.
   */
  public void cancel() {
    cancel.run();
  }

  /** Runs {@code action} once this process is done with the run, whatever came of it. */
  public void whenDone(Runnable action) {
    var unused = result.whenComplete((run, error) -> action.run());
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e.getCause());
  }
}
