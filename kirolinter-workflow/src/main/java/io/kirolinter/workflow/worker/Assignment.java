package io.kirolinter.workflow.worker;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What a worker does with a run that it was given: works on it, gives it back, or drops it.
 *
 * @param places opens the repository of a plan, or throws
 * @param left where runs rest that wait for a time
 * @param ending whether the worker takes on no more work
 */
record Assignment(
    Coordinator coordinator,
    Stores stores,
    Function<RunPlan, Repository> places,
    InstantSource clock,
    LeftRuns left,
    WorkerListener listener,
    BooleanSupplier ending) {

  /** With the growing pauses between them, the refusals of a run take two minutes and a half. */
  static final int MOST_REFUSALS = 12;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A repository that somebody else works on is looked at again after this time. */
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private static final Duration REST = Duration.ofMinutes(1);

  /**
   * Deals with a run.
   *
   * @throws StoreException if the store cannot be reached: the delivery goes to another worker in
   *     time, or to this one
   * @throws InterruptedException if the thread is interrupted; the run goes on
   */
  void dealWith(Delivery delivery) throws InterruptedException {
    try {
      Optional<Run> run = stores.journal().find(delivery.run());
      if (run.isPresent()) {
        take(delivery, run.get());
      } else {
        refuse(delivery, "there is no such run");
      }
    } catch (StoreException e) {
      throw e;
    } catch (LeaseLostException e) {
      giveBack(delivery, Redaction.of(e), clock.instant());
    } catch (RuntimeException | Error e) {
      refuse(delivery, Redaction.of(e));
    }
  }

  private void take(Delivery delivery, Run run) throws InterruptedException {
    if (run.state().status().isFinal()) {
      done(delivery, run);
      return;
    }
    if (run.mode() == RunMode.INTERACTIVE) {
      drop(delivery, "It waits for a person now, who goes on with it.");
      return;
    }
    Taken taken = coordinator.take(run.id(), places.apply(run.plan()));
    if (taken instanceof Taken.Working working) {
      listener.heard(new WorkerEvent.RunTaken(run));
      settle(delivery, working.handle().await());
    } else if (taken instanceof Taken.InTheWay busy) {
      String why = "Run %s of %s is in the way.".formatted(busy.holder(), busy.owner());
      giveBack(delivery, why, earlier(busy.until(), clock.instant().plus(BETWEEN_TRIES)));
    } else {
      done(delivery, ((Taken.Over) taken).run());
    }
  }

  private void settle(Delivery delivery, Run reached) {
    RunStatus status = reached.state().status();
    if (status.isFinal()) {
      done(delivery, reached);
    } else if (status == RunStatus.WAITING) {
      left.rest(reached.id(), clock.instant().plus(REST));
      drop(delivery, "It waits for a time that is far away, and is queued again later.");
    } else {
      giveBack(delivery, "The worker ends.", clock.instant());
    }
  }

  private void done(Delivery delivery, Run run) {
    if (stores.queue().acknowledge(delivery)) {
      listener.heard(new WorkerEvent.RunDone(run));
    }
  }

  private void drop(Delivery delivery, String why) {
    if (stores.queue().acknowledge(delivery)) {
      listener.heard(new WorkerEvent.RunDropped(delivery.run(), why));
    }
  }

  private void giveBack(Delivery delivery, String why, Instant notBefore) {
    if (stores.queue().giveBack(delivery, notBefore)) {
      listener.heard(new WorkerEvent.RunGivenBack(delivery.run(), why, notBefore));
    }
  }

  private void refuse(Delivery delivery, String why) {
    Delivery refused = delivery.refused();
    if (ending.getAsBoolean()) {
      giveBack(delivery, why, clock.instant());
    } else if (refused.refusals() < MOST_REFUSALS) {
      giveBack(refused, why, clock.instant().plus(pauseAfter(refused.refusals())));
    } else {
      drop(delivery, outcome(delivery, why) + " " + why);
    }
  }

  private String outcome(Delivery delivery, String why) {
    boolean isThere = stores.journal().find(delivery.run()).isPresent();
    String reason = "no worker could work on it: " + why.replaceFirst("\\.$", "");
    return isThere && coordinator.giveUp(delivery.run(), reason)
        ? "It has failed, as no worker could work on it."
        : "It stays as it is, as no worker could work on it.";
  }

  private static Duration pauseAfter(int refusals) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << (refusals - 1));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
