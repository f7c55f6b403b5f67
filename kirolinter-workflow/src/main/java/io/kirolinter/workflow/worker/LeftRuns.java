package io.kirolinter.workflow.worker;

import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.work.WorkQueue;
import io.kirolinter.workflow.coordinator.Coordinator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Puts runs that lost their process into the queue, among them those that never were in it. Only
 * runs whose repository is at hand here: others are for a worker on another machine.
 */
final class LeftRuns {

  /** Queued runs may be many, and are hardly ever left. */
  private static final Duration BETWEEN_FULL_LOOKS = Duration.ofMinutes(5);

  private final Coordinator coordinator;
  private final WorkQueue queue;
  private final Function<RunPlan, Repository> places;
  private final InstantSource clock;
  private final WorkerListener listener;
  private final Map<RunId, Instant> resting = new ConcurrentHashMap<>();
  private Instant nextFullLook = Instant.MIN;

  /**
   * Makes ready to look.
   *
   * @param places opens the repository of a plan, or throws
   */
  LeftRuns(
      Coordinator coordinator,
      WorkQueue queue,
      Function<RunPlan, Repository> places,
      InstantSource clock,
      WorkerListener listener) {
    this.coordinator = coordinator;
    this.queue = queue;
    this.places = places;
    this.clock = clock;
    this.listener = listener;
  }

  /** Leaves a run alone until then, as it waits for a time. */
  void rest(RunId run, Instant until) {
    resting.put(run, until);
  }

  /** Looks for runs that were left, and queues them. */
  synchronized void queueAll() {
    Instant now = clock.instant();
    resting.values().removeIf(until -> !now.isBefore(until));
    coordinator.left(statuses(now)).stream()
        .filter(run -> !resting.containsKey(run.id()))
        .filter(this::isAtHand)
        .filter(run -> queue.offer(run.id(), run.plan().repository()))
        .forEach(run -> listener.heard(new WorkerEvent.LeftRunQueued(run)));
  }

  private Set<RunStatus> statuses(Instant now) {
    Set<RunStatus> looked = EnumSet.of(RunStatus.RUNNING, RunStatus.WAITING);
    if (!now.isBefore(nextFullLook)) {
      nextFullLook = now.plus(BETWEEN_FULL_LOOKS);
      looked.add(RunStatus.QUEUED);
    }
    return looked;
  }

  private boolean isAtHand(Run run) {
    try {
      return places.apply(run.plan()).id().equals(run.plan().repository());
    } catch (RuntimeException e) {
      // Whatever keeps it from being opened here need not keep another worker from it.
      return false;
    }
  }
}
