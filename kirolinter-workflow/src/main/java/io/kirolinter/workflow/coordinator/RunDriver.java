package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunJournal.WhenCancelled;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.workflow.coordinator.Attempt.Postponed;
import io.kirolinter.workflow.coordinator.Attempt.Product;
import io.kirolinter.workflow.coordinator.Interview.Decision;
import io.kirolinter.workflow.coordinator.StepRunner.Tried;
import io.kirolinter.workflow.question.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Drives one run, under one lease, to its end. Every checkpoint holds the end of one step and the
 * start of the next, so that a step costs one write.
 *
 * <p>Used by one thread.
 */
final class RunDriver {

  private static final Optional<StoredArtifact> NO_ARTIFACT = Optional.empty();

  private final Surroundings around;
  private final Run run;
  private final PinnedSnapshot pinned;
  private final RunArtifacts artifacts;
  private final Interview interview;
  private final Duration patience;
  private final StopSignal signal;
  private final LeaseKeeper lease;
  private final EventSink events;
  private final Route route;
  private final StepRunner runner;
  private final Rollback rollback;
  private RunState state;
  private boolean left;

  /**
   * Makes a driver.
   *
   * @param run as the journal has it
   * @param confirmation who is asked before each step; empty for nobody
   * @param patience how long a step may let the run wait before it is left
   */
  RunDriver(
      Surroundings around,
      Run run,
      PinnedSnapshot pinned,
      RunArtifacts artifacts,
      Optional<Confirmation> confirmation,
      Duration patience,
      StopSignal signal,
      LeaseKeeper lease,
      EventSink events) {
    this.around = around;
    this.run = run;
    this.pinned = pinned;
    this.artifacts = artifacts;
    interview = new Interview(around, confirmation, signal, asking -> write(asking, NO_ARTIFACT));
    this.patience = patience;
    this.signal = signal;
    this.lease = lease;
    this.events = events;
    route = around.route(run.plan());
    runner = new StepRunner(around, signal, lease, events);
    rollback = new Rollback(around, run, route, pinned, artifacts);
    state = run.state();
  }

  /**
   * {@return the state in which a run is written first: with its first step started, unless
   * somebody is asked before, or it takes steps from another run}
   */
  static RunState opening(Run run, Surroundings around, boolean asks) {
    RunState empty = run.state().writtenBy(around.owner());
    if (asks || run.plan().forkedFrom().isPresent()) {
      return empty.withStatus(asks ? RunStatus.WAITING : RunStatus.RUNNING);
    }
    return started(empty, around.route(run.plan()), run.plan().createdAt());
  }

  /** {@return the run, driven on from the state that it was written with} */
  Run begin() {
    events.tell(new RunEvent.RunStarted(current()));
    if (run.plan().forkedFrom().isPresent()) {
      advanceFromOrigin(state);
    }
    return drive();
  }

  /** {@return the run, driven on from where another process, or nobody, left it} */
  Run resume() {
    boolean lost = state.status() == RunStatus.RUNNING;
    RunState taken = lost ? state.takenOver() : state;
    events.tell(lost ? new RunEvent.RunTakenOver(current()) : new RunEvent.RunStarted(current()));
    stopIfAsked();
    Optional<StepRecord> begun = route.begun(taken);
    if (begun.isPresent()) {
      StepRecord again = begun.get().triedAgain(begun.get().error());
      write(taken.withStatus(RunStatus.RUNNING).withStep(again), NO_ARTIFACT);
    } else {
      advanceFromOrigin(taken);
    }
    return drive();
  }

  /** Takes what is missing from the run that this one was forked from, if any, and goes on. */
  private void advanceFromOrigin(RunState reached) {
    Inheritance inheritance = Inheritance.of(run.plan(), around.journal());
    Optional<String> obstacle = inheritance.obstacle();
    if (obstacle.isPresent()) {
      write(failed(reached, obstacle.get()), NO_ARTIFACT);
      return;
    }
    RunState taken = reached;
    for (Inheritance.Taken one : inheritance.missing(reached, around.now())) {
      taken = taken.withStep(one.record());
      one.artifact().ifPresent(artifacts::keep);
      write(taken.withStatus(RunStatus.RUNNING), one.artifact());
    }
    advance(taken, Optional.empty());
  }

  private Run drive() {
    try {
      while (!state.status().isFinal() && !left) {
        forward();
      }
    } catch (InterruptedException e) {
      stop();
    }
    return current();
  }

  private void forward() throws InterruptedException {
    Optional<String> dead = route.dead(state);
    if (dead.isPresent()) {
      write(rollback.failed(state, dead.get()), NO_ARTIFACT);
      return;
    }
    signal.interruptibly(() -> true);
    Optional<StepRecord> begun = route.begun(state);
    if (begun.isPresent()) {
      work(route.planned(begun.get().name()), begun.get());
    } else {
      ask(route.next(state).orElseThrow());
    }
  }

  private void work(PlannedStep planned, StepRecord record) throws InterruptedException {
    StepDescription description = around.steps().describe(planned);
    int number = run.plan().indexOf(planned.name()) + 1;
    int total = run.plan().steps().size();
    events.tell(new RunEvent.StepStarted(run.id(), description, number, total, record.attempts()));
    Tried tried =
        runner.run(planned, around.steps().get(planned.name()), fence -> context(planned, fence));
    StepEnd end = new StepEnd(around.steps(), planned, record, tried);
    if (tried.last() instanceof Postponed later) {
      postpone(end.counted(), later);
    } else {
      Optional<Product> product = end.product();
      product.ifPresent(p -> artifacts.add(p.type(), p.artifact()));
      RunState reached = state.withStep(end.record(around.now())).withoutLosses();
      advance(reached, product.map(Product::stored));
    }
  }

  /** Saves what was reached, together with where the run goes from there. */
  private void advance(RunState reached, Optional<StoredArtifact> artifact) {
    RunState onward = onward(reached);
    if (onward.status().isFinal()) {
      write(onward, artifact);
    } else if (signal.isStopped() || !isWrittenUnlessCancelled(onward, artifact)) {
      stopIfAsked();
      write(reached.withStatus(RunStatus.RUNNING), artifact);
    }
  }

  private void stopIfAsked() {
    if (around.journal().isCancelRequested(run.id())) {
      signal.stop(StopSignal.Reason.CANCELLED);
    }
  }

  private RunState onward(RunState reached) {
    Instant now = around.now();
    Optional<String> dead = route.dead(reached);
    if (dead.isPresent()) {
      return route.changed(reached).isEmpty()
          ? failed(reached, dead.get())
          : reached.withStatus(RunStatus.RUNNING);
    }
    RunState past = route.pastTheUnreachable(reached, now, artifacts);
    if (route.next(past).isEmpty()) {
      return past.ended(route.verdict(past), now);
    }
    return interview.asks(past) ? past.withStatus(RunStatus.WAITING) : started(past, route, now);
  }

  private RunState failed(RunState reached, String why) {
    return new EarlyEnd(route, around.now()).failed(reached, why);
  }

  private static RunState started(RunState state, Route route, Instant now) {
    PlannedStep next = route.next(state).orElseThrow();
    return state.withStatus(RunStatus.RUNNING).withStep(StepRecord.started(next.name(), now));
  }

  private void ask(PlannedStep next) throws InterruptedException {
    if (!interview.asks(state)) {
      write(started(state, route, around.now()), NO_ARTIFACT);
      return;
    }
    Decision decision = interview.about(next, current(), context(next, new Fence()));
    switch (decision.answer()) {
      case SKIP -> {
        String why = "Left out by %s%s.".formatted(interview.person(), reason(decision));
        StepRecord skipped = StepRecord.skipped(next.name(), around.now(), why);
        advance(decision.state().withStep(skipped), NO_ARTIFACT);
      }
      case STOP ->
          write(
              rollback.cancelled(
                  decision.state(),
                  "Left out: %s stopped the run%s."
                      .formatted(interview.person(), reason(decision))),
              NO_ARTIFACT);
      case LATER -> leave();
      default -> write(started(decision.state(), route, around.now()), NO_ARTIFACT);
    }
  }

  private static String reason(Decision decision) {
    return decision.why().map(why -> ": " + why.replaceFirst("\\.$", "")).orElse("");
  }

  /** Lets go of the run, which waits in the journal for whoever goes on with it. */
  private void leave() {
    lease.release();
    left = true;
  }

  private void postpone(StepRecord record, Postponed later) throws InterruptedException {
    write(state.withStep(record).withStatus(RunStatus.WAITING), NO_ARTIFACT);
    events.tell(
        new RunEvent.StepPostponed(run.id(), record.name(), later.notBefore(), later.summary()));
    if (Duration.between(around.now(), later.notBefore()).compareTo(patience) > 0) {
      leave();
      return;
    }
    while (around.now().isBefore(later.notBefore())) {
      runner.pause(Duration.between(around.now(), later.notBefore()).plusMillis(1));
    }
    StepRecord again = record.triedAgain(record.error());
    write(state.withStatus(RunStatus.RUNNING).withStep(again), NO_ARTIFACT);
  }

  private void stop() {
    switch (signal.reason().orElse(StopSignal.Reason.CANCELLED)) {
      case LEASE_LOST -> throw lost();
      case CLOSED -> {
        boolean isAsking = state.dialogue().open().isPresent();
        write(isAsking ? state : state.withStatus(RunStatus.QUEUED), NO_ARTIFACT);
        lease.release();
      }
      case CANCELLED -> write(rollback.cancelled(state, EarlyEnd.ON_REQUEST), NO_ARTIFACT);
    }
  }

  private void write(RunState reached, Optional<StoredArtifact> artifact) {
    RunState next = signed(reached);
    around.journal().checkpoint(lease.lease(), next, artifact);
    written(next);
  }

  private boolean isWrittenUnlessCancelled(RunState reached, Optional<StoredArtifact> artifact) {
    RunState next = signed(reached);
    boolean kept = around.journal().checkpoint(lease.lease(), next, artifact, WhenCancelled.REFUSE);
    if (kept) {
      written(next);
    }
    return kept;
  }

  private RunState signed(RunState reached) {
    return reached.writtenBy(lease.lease().owner());
  }

  private void written(RunState next) {
    RunState before = state;
    state = next;
    next.steps().stream()
        .filter(StepRecord::isOver)
        .filter(step -> before.step(step.name()).filter(StepRecord::isOver).isEmpty())
        .forEach(step -> events.tell(new RunEvent.StepEnded(run.id(), step)));
    if (next.status().isFinal()) {
      events.tell(new RunEvent.RunEnded(current()));
    }
  }

  private Run current() {
    return run.withState(state);
  }

  private StepContext context(PlannedStep step, Fence fence) {
    Progress progress =
        (what, done, total) ->
            events.tell(new RunEvent.StepProgress(run.id(), step.name(), what, done, total));
    return new RunContext(around, current(), pinned, artifacts, step.name(), progress, fence);
  }

  private LeaseLostException lost() {
    return new LeaseLostException(
        ErrorMessage.cannot("go on with", "run", run.id().value())
            .found("another process works on it now")
            .remedy("See its status."));
  }
}
