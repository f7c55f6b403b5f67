package io.kirolinter.workflow.coordinator;

import io.kirolinter.workflow.coordinator.ActiveRuns.Active;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for work that was told to stop. */
final class Shutdown {

  private Shutdown() {}

  /** Waits for all of it, but not longer than {@code limit}, nor if the thread is interrupted. */
  static void await(Collection<Active> works, Duration limit) {
    CompletableFuture<?>[] results =
        works.stream().map(Active::result).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(results).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // How a run went is for those who hold its handle. One that does not stop is left: its lease
      // ends, and others go on with it.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
