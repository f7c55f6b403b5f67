package io.kirolinter.agents.syntax;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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

  /**
   * Takes things one by one, on several threads, until none is left.
   *
   * @param threads at most so many; no more than there are things
   * @param worker makes what each thread works with, such as a parser
   * @param work must not give null
   * @return what came of each thing, in their order
   */
  public static <W, T, R> List<R> each(
      int threads, List<T> things, Supplier<W> worker, BiFunction<W, T, R> work) {
    if (things.isEmpty()) {
      return List.of();
    }
    ConcurrentMap<Integer, R> results = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    runOnThreads(
        Math.min(threads, things.size()),
        () -> {
          W own = worker.get();
          for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            results.put(i, work.apply(own, things.get(i)));
          }
        });
    return IntStream.range(0, things.size()).mapToObj(i -> requireNonNull(results.get(i))).toList();
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
