package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.thread.WaitingThreads;
import io.kirolinter.workflow.coordinator.ActiveRuns.Active;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Works on runs in threads, and stops that. Safe for use by many threads. */
final class RunThreads {

  private final Surroundings around;
  private final ActiveRuns active;
  private final RunHistory history;
  private final Undoing undoing;
  private final Executor executor;
  private final Optional<ExecutorService> own;

  /**
   * @param executor runs the runs, one task each; without it, threads of our own, as many as runs
   */
  RunThreads(
      Surroundings around,
      ActiveRuns active,
      RunHistory history,
      Undoing undoing,
      Optional<Executor> executor) {
    this.around = around;
    this.active = active;
    this.history = history;
    this.undoing = undoing;
    own =
        executor.isPresent()
            ? Optional.empty()
            : Optional.of(WaitingThreads.named("kirolinter-run"));
    this.executor = executor.or(() -> own).orElseThrow();
  }

  /** Works on a run that was entered as active. */
  RunHandle submit(RunId id, Active work, Supplier<Run> drive) {
    try {
      executor.execute(() -> complete(id, work, drive));
    } catch (RuntimeException e) {
      active.leave(id);
      throw e;
    }
    return handle(id, work);
  }

  private void complete(RunId id, Active work, Supplier<Run> drive) {
    try {
      Run reached = drive.get();
      active.leave(id);
      work.result().complete(reached);
    } catch (Throwable e) {
      active.leave(id);
      work.result().completeExceptionally(e);
    }
  }

  RunHandle handle(RunId id, Active work) {
    return new RunHandle(id, work.result(), () -> cancel(id));
  }

  /** Stops a run in whatever process it works, and ends it if that is nowhere. */
  boolean cancel(RunId id) {
    boolean asked = around.journal().requestCancel(id);
    Optional<Active> work = active.find(id);
    work.ifPresent(found -> found.signal().stop(StopSignal.Reason.CANCELLED));
    if (asked && work.isEmpty()) {
      endIfFree(id);
    }
    return asked || work.isPresent();
  }

  private void endIfFree(RunId id) {
    Active work = Active.create();
    if (active.enter(id, work).isEmpty()) {
      try {
        undoing.endIfFree(id);
        work.result().complete(history.status(id));
      } finally {
        active.leave(id);
        work.result().cancel(false);
      }
    }
  }

  /** Lets the steps in work end, at most as long as {@code limit}, and gives all runs back. */
  void drain(Duration limit) {
    active.all().forEach(work -> work.signal().stopAfterStep());
    Shutdown.await(active.all(), limit);
    stopAll();
  }

  private void stopAll() {
    active.all().forEach(work -> work.signal().stop(StopSignal.Reason.CLOSED));
    Shutdown.await(active.all(), around.leaseLength().multipliedBy(2));
  }

  /** Gives all runs back, and ends what keeps their leases and time limits. */
  void close() {
    stopAll();
    own.ifPresent(ExecutorService::shutdown);
    around.timer().shutdownNow();
    around.alarm().close();
    around.stepThreads().shutdown();
  }
}
