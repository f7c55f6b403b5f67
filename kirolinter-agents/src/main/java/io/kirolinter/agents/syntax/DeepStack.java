package io.kirolinter.agents.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs work on threads with a stack that deeply nested code fits on. */
public final class DeepStack {

  /** Only the pages that are touched become memory. */
  private static final long STACK_BYTES = 64L << 20;

  private DeepStack() {}

  /**
   * Runs the same work on several threads and waits for all. What one of them throws is thrown
   * here.
   *
   * @throws CancellationException if the calling thread is interrupted; the threads are too, then
   */
  public static void runOnThreads(int threads, Runnable work) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, task -> new Thread(null, task, "java-source", STACK_BYTES));
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(pool.submit(work));
      }
      for (Future<?> one : all) {
        await(one);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while working on sources");
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof RuntimeException runtime) {
      return runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }
}
