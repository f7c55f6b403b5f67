package io.kirolinter.workflow.worker;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.thread.DaemonThreads;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.core.work.WorkQueue;
import io.kirolinter.workflow.coordinator.Coordinator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes queued runs, from any repository, and brings them to their end; also those of workers and
 * other processes that were lost. Any number of workers share one store, on as many machines as can
 * reach it: of one repository one run at a time is worked on, and repositories take turns.
 *
 * <p>A worker runs nothing that it did not claim in the journal. A run whose repository is not to
 * be found here is left to the others; if none of them finds it either, it fails with that reason.
 *
 * <p>Safe for use by many threads.
 */
public final class Worker implements AutoCloseable {

  private final Coordinator coordinator;
  private final WorkQueue queue;
  private final String name;
  private final int concurrency;
  private final Duration idle;
  private final Duration look;
  private final WorkerListener listener;
  private final HeldDeliveries held;
  private final LeftRuns left;
  private final Assignment assignment;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> DaemonThreads.unstarted(task, "kirolinter-worker-timer"));

  /** What a thread does that finds nothing to take. */
  private enum Idleness {
    LOOKS_AGAIN,
    ENDS
  }

  private Worker(Builder builder) {
    coordinator = requireNonNull(builder.coordinator, "coordinator");
    Stores stores = requireNonNull(builder.stores, "stores");
    queue = stores.queue();
    name = requireNonNull(builder.name, "name");
    concurrency = builder.concurrency;
    idle = builder.idle;
    look = builder.look;
    listener = builder.listener;
    held = new HeldDeliveries(queue);
    InstantSource clock = requireNonNull(builder.clock, "clock");
    Function<RunPlan, Repository> places = requireNonNull(builder.places, "places");
    left = new LeftRuns(coordinator, queue, places, clock, listener);
    assignment = new Assignment(coordinator, stores, places, clock, left, listener, this::isEnding);
  }

  /** {@return what is to be told before a worker can be built} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Takes runs from now on, in daemon threads of its own, until it is drained or closed. What fails
   * meanwhile is told to the listener, and tried again. Called once.
   */
  public void start() {
    begin(Idleness.LOOKS_AGAIN);
  }

  /**
   * Takes runs until there is none left to take, and waits for their ends. Called once, in place of
   * {@link #start()}.
   *
   * @throws io.kirolinter.core.error.StoreException if the store cannot be reached; runs that are
   *     not over then go to another worker
   * @throws InterruptedException if the calling thread is interrupted; the work goes on
   */
  public void workOff() throws InterruptedException {
    left.queueAll();
    begin(Idleness.ENDS);
    awaitEnd();
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  /**
   * Waits until the worker has ended: by itself, or because it was drained.
   *
   * @throws InterruptedException if the calling thread is interrupted; the work goes on
   */
  public void awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /**
   * Takes no more runs, lets the steps in work end, and gives the runs back for others to go on at
   * once. Steps that take longer than {@code limit} are interrupted, and run again elsewhere. The
   * coordinator starts nothing more. Returns when the runs were given back; a second call with a
   * shorter limit hurries the first.
   */
  public void drain(Duration limit) {
    ending.countDown();
    coordinator.drain(limit);
    try {
      awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    timer.shutdownNow();
  }

  /**
   * Interrupts the steps in work and gives their runs back. The coordinator starts nothing more.
   */
  @Override
  public void close() {
    drain(Duration.ZERO);
  }

  private void begin(Idleness idleness) {
    every(idle.dividedBy(3), held::extendAll);
    every(idle.dividedBy(3), left::queueAll);
    for (int i = 1; i <= concurrency; i++) {
      threads.add(DaemonThreads.unstarted(() -> work(idleness), "kirolinter-worker-" + i));
    }
    threads.forEach(Thread::start);
  }

  private void every(Duration time, Runnable task) {
    long millis = time.toMillis();
    var unused = timer.scheduleWithFixedDelay(() -> safely(task), 0, millis, TimeUnit.MILLISECONDS);
  }

  /** An exception would end the schedule. */
  private void safely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      listener.heard(new WorkerEvent.LookFailed(Redaction.of(e)));
    }
  }

  private void work(Idleness idleness) {
    try {
      boolean goesOn = true;
      while (goesOn && !isEnding()) {
        boolean took = takeOne();
        goesOn = took || (idleness == Idleness.LOOKS_AGAIN && !ended(look));
      }
    } catch (InterruptedException e) {
      // Nobody but the owner of the process interrupts these threads: what is held goes to others.
      Thread.currentThread().interrupt();
    }
  }

  private boolean takeOne() throws InterruptedException {
    try {
      Optional<Delivery> delivery = queue.take(name, idle);
      if (delivery.isPresent()) {
        dealWith(delivery.get());
      }
      return delivery.isPresent();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      listener.heard(new WorkerEvent.LookFailed(Redaction.of(e)));
      return false;
    }
  }

  private void dealWith(Delivery delivery) throws InterruptedException {
    held.add(delivery);
    try {
      assignment.dealWith(delivery);
    } finally {
      held.remove(delivery);
    }
  }

  private boolean isEnding() {
    return ending.getCount() == 0;
  }

  /** {@return whether the worker is ending, after waiting for that for a time} */
  private boolean ended(Duration wait) throws InterruptedException {
    return ending.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Gathers what a worker needs. Used by one thread. */
  public static final class Builder {

    private @Nullable Coordinator coordinator;
    private @Nullable Stores stores;
    private @Nullable Function<RunPlan, Repository> places;
    private @Nullable InstantSource clock;
    private @Nullable String name;
    private int concurrency = 1;
    private Duration idle = Duration.ofSeconds(6);
    private Duration look = Duration.ofMillis(500);
    private WorkerListener listener = WorkerListener.none();

    private Builder() {}

    /** Sets who runs the runs. Required; drained with the worker, not closed by it. */
    public Builder coordinator(Coordinator wanted) {
      coordinator = wanted;
      return this;
    }

    /** Sets where runs are queued and kept: the stores of the coordinator. Required. */
    public Builder stores(Stores wanted) {
      stores = wanted;
      return this;
    }

    /**
     * Sets how the repository of a run is opened. Required. What it throws is why this worker
     * leaves the run to others.
     */
    public Builder places(Function<RunPlan, Repository> wanted) {
      places = wanted;
      return this;
    }

    /** Sets the clock. Required. */
    public Builder clock(InstantSource wanted) {
      clock = wanted;
      return this;
    }

    /** Sets the name of the worker, which no other one has at the same time. Required. */
    public Builder name(String wanted) {
      name = wanted;
      return this;
    }

    /** Sets how many runs are worked on at a time, 1 or more; without it, 1. */
    public Builder concurrency(int wanted) {
      if (wanted < 1) {
        throw new IllegalArgumentException("concurrency must be >= 1, was " + wanted);
      }
      concurrency = wanted;
      return this;
    }

    /**
     * Sets after which silence a worker counts as lost, the same for all workers of a store;
     * without it, 6 s.
     */
    public Builder idle(Duration wanted) {
      idle = wanted;
      return this;
    }

    /** Sets how often a worker with nothing to do looks at the queue; without it, 0.5 s. */
    public Builder look(Duration wanted) {
      look = wanted;
      return this;
    }

    /** Sets who hears what the worker does. */
    public Builder listener(WorkerListener wanted) {
      listener = wanted;
      return this;
    }

    /**
     * Builds the worker, which does nothing before it is started.
     *
     * @throws NullPointerException if something required is missing
     */
    public Worker build() {
      return new Worker(this);
    }
  }
}
