package io.kirolinter.core.testkit;

import io.kirolinter.core.store.Stores;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/**
 * What the contract suites of all stores share. The implementer of a store extends a suite and says
 * how the store under test is opened.
 */
public abstract class StoreContract {

  /** The time of every opening. */
  protected final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

  private final List<Stores> opened = new ArrayList<>();

  /**
   * Opens the store under test. A second opening in one test sees the data of the first and shares
   * nothing else with it, as another process would.
   */
  protected abstract Stores open(InstantSource time);

  /** {@return a new opening, closed after the test} */
  protected final Stores opening() {
    Stores stores = open(clock);
    opened.add(stores);
    return stores;
  }

  @AfterEach
  final void closeAll() {
    opened.forEach(Stores::close);
  }

  /** Runs all tasks at once, as nearly as can be, and {@return their results in order}. */
  protected static <T> List<T> together(List<? extends Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      CountDownLatch ready = new CountDownLatch(tasks.size());
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> task : tasks) {
        running.add(threads.submit(() -> after(ready, task)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T after(CountDownLatch ready, Callable<T> task) throws Exception {
    ready.countDown();
    ready.await();
    return task.call();
  }
}
