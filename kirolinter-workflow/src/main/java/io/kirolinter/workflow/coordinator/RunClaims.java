package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.workflow.coordinator.ActiveRuns.Active;
import io.kirolinter.workflow.question.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes runs, and drives those that it got: new ones, named ones, and those that were left behind.
 * Nothing is run that was not claimed.
 */
final class RunClaims {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final RunQuery BEGUN =
      new RunQuery(Optional.empty(), Set.of(RunStatus.RUNNING), Integer.MAX_VALUE);

  private final Surroundings around;
  private final ActiveRuns active;
  private final RunHistory history;
  private final Undoing undoing;

  RunClaims(Surroundings around, ActiveRuns active, RunHistory history, Undoing undoing) {
    this.around = around;
    this.active = active;
    this.history = history;
    this.undoing = undoing;
  }

  /** Writes a new run, and drives it as soon as no other one changes its repository. */
  Run startNew(Run run, Repository repository, Optional<Confirmation> confirmation, Active work) {
    EventSink events = new EventSink(around.listener());
    recover(repository);
    Claim claim = around.journal().create(run, around.owner(), around.leaseLength());
    Task task = new Task(run.id(), repository, confirmation, around.patience(), work, events);
    Optional<Lease> lease = claim.granted();
    return lease.isPresent() ? drive(task, run, lease.get(), Origin.NEW) : await(task, claim);
  }

  /** Goes on with a run as soon as nobody else holds it. */
  Run resume(RunId id, Repository repository, Optional<Confirmation> confirmation, Active work) {
    EventSink events = new EventSink(around.listener());
    Claim claim = claim(id);
    Task task = new Task(id, repository, confirmation, around.patience(), work, events);
    return await(task, claim);
  }

  /** Goes on with a run that was claimed for this process. */
  Run goOn(Lease lease, Repository repository, Active work) {
    EventSink events = new EventSink(around.listener());
    return drive(
        new Task(lease.run(), repository, Optional.empty(), around.patience(), work, events),
        lease);
  }

  /** {@return the runs of the repository that were left behind, and are over now} */
  List<Run> recover(Repository repository) {
    return recover(repository, living(repository));
  }

  /** Ends the runs of the repository that were left behind in the middle of their work. */
  void recoverBegun(Repository repository) {
    recover(repository, around.journal().list(BEGUN.of(repository.id())));
  }

  /** {@return the runs of these statuses that were left behind, the oldest first} */
  List<Run> left(Set<RunStatus> statuses) {
    RunQuery query = new RunQuery(Optional.empty(), statuses, Integer.MAX_VALUE);
    return around.journal().list(query).stream()
        .sorted(Comparator.comparing(Run::id))
        .filter(this::isLeft)
        .toList();
  }

  private List<Run> recover(Repository repository, List<Run> living) {
    List<Run> ended = new ArrayList<>();
    living.stream()
        .sorted(Comparator.comparing(Run::id))
        .filter(this::isLeft)
        .forEach(run -> recover(run, repository).ifPresent(ended::add));
    return ended;
  }

  private Optional<Run> recover(Run run, Repository repository) {
    Active work = Active.create();
    if (active.enter(run.id(), work).isPresent()) {
      return Optional.empty();
    }
    Task task =
        new Task(
            run.id(),
            repository,
            Optional.empty(),
            Duration.ZERO,
            work,
            new EventSink(around.listener()));
    Run reached = run;
    try {
      around.steps().requireAll(run.plan());
      reached = claim(run.id()).granted().map(lease -> drive(task, lease)).orElse(run);
    } catch (RuntimeException e) {
      // What is wrong with an old run must not keep a new one from starting.
      task.events().tell(new RunEvent.RunLeft(run.id(), ErrorText.of(e)));
    } finally {
      active.leave(run.id());
      work.result().complete(reached);
    }
    return Optional.of(reached).filter(over -> over.state().status().isFinal());
  }

  /** Whether nobody seems to be about to go on with the run; the claim decides. */
  private boolean isLeft(Run run) {
    boolean ours = active.find(run.id()).isPresent(); // which costs no look into the store
    if (ours || around.journal().holder(run.id()).isPresent()) {
      return false;
    }
    if (around.journal().isCancelRequested(run.id())) {
      return true;
    }
    if (run.mode() == RunMode.INTERACTIVE) {
      return false;
    }
    return run.state().status() != RunStatus.QUEUED
        || !(isFresh(run) || around.stores().queue().contains(run.id()));
  }

  /** A run that has just been queued waits in the process that queued it. */
  private boolean isFresh(Run run) {
    Instant waitedLongEnough = run.plan().createdAt().plus(around.patience());
    return run.state().steps().isEmpty() && !around.now().isAfter(waitedLongEnough);
  }

  private List<Run> living(Repository repository) {
    return around.journal().list(RunQuery.living().of(repository.id()));
  }

  private Run await(Task task, Claim first) {
    Claim claim;
    try {
      claim = whenFree(task, first);
    } catch (InterruptedException e) {
      claim = afterStop(task);
    }
    Optional<Lease> lease = claim.granted();
    return lease.isPresent() ? drive(task, lease.get()) : history.status(task.id());
  }

  private Claim whenFree(Task task, Claim first) throws InterruptedException {
    Instant deadline = around.now().plus(around.patience());
    Optional<RunId> told = Optional.empty();
    Claim claim = first;
    while (claim instanceof Claim.Busy busy) {
      if (around.now().isAfter(deadline)) {
        throw tooLong(task.id(), busy);
      }
      if (told.filter(busy.holder()::equals).isEmpty()) {
        task.events().tell(new RunEvent.WaitingForRun(task.id(), busy.holder(), busy.owner()));
        told = Optional.of(busy.holder());
      }
      look(task);
      claim = claim(task.id());
    }
    return claim;
  }

  /** Waits a little, and ends what stands in the way if its process was lost meanwhile. */
  private void look(Task task) throws InterruptedException {
    StopSignal signal = task.work().signal();
    if (around.journal().isCancelRequested(task.id())) {
      signal.stop(StopSignal.Reason.CANCELLED);
    }
    signal.<Boolean>interruptibly(
        () -> {
          around.pause().await(BETWEEN_LOOKS);
          return true;
        });
    recover(task.repository());
  }

  /** Ends a run that was stopped while it waited, or leaves that to the next who can. */
  private Claim afterStop(Task task) {
    StopSignal signal = task.work().signal();
    signal.stop(StopSignal.Reason.CLOSED);
    if (signal.reason().filter(StopSignal.Reason.CANCELLED::equals).isPresent()) {
      around.journal().requestCancel(task.id());
      undoing.endUnbegun(task.id());
    }
    return claim(task.id());
  }

  Claim claim(RunId id) {
    return around.journal().claim(id, around.owner(), around.leaseLength());
  }

  private Run drive(Task task, Lease lease) {
    return drive(task, history.status(task.id()), lease, Origin.LEFT);
  }

  private Run drive(Task task, Run run, Lease lease, Origin origin) {
    StopSignal signal = task.work().signal();
    LeaseKeeper keeper =
        new LeaseKeeper(around.journal(), lease, around.leaseLength(), signal, around.timer());
    try (keeper) {
      return drive(task, run, keeper, origin);
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      giveBack(keeper, e);
      throw e;
    }
  }

  private Run drive(Task task, Run run, LeaseKeeper keeper, Origin origin) {
    RunArtifacts artifacts =
        new RunArtifacts(origin == Origin.NEW ? List.of() : around.journal().artifacts(run.id()));
    try (PinnedSnapshot pinned = new PinnedSnapshot(task.repository(), run.plan().baseCommit())) {
      RunDriver driver =
          new RunDriver(
              around,
              run,
              pinned,
              artifacts,
              task.confirmation(),
              task.patience(),
              task.work().signal(),
              keeper,
              task.events());
      return origin == Origin.NEW ? driver.begin() : driver.resume();
    }
  }

  /** Lets others go on at once, instead of after the lease. */
  private static void giveBack(LeaseKeeper keeper, Throwable error) {
    try {
      keeper.release();
    } catch (RuntimeException e) {
      if (e != error) {
        error.addSuppressed(e);
      }
    }
  }

  private static InvalidRequestException tooLong(RunId id, Claim.Busy busy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("go on with", "run", id.value())
            .found("run '%s' of %s works on the repository".formatted(busy.holder(), busy.owner()))
            .expected("one run at a time that changes a repository")
            .remedy("Resume the run when the other one is over, or cancel the other one."));
  }

  /** Where a run comes from that is to be driven. */
  private enum Origin {
    /** This process has just written it, with its first step started. */
    NEW,
    /** It was queued, or another process has been at it. */
    LEFT
  }

  /** One run to be driven, and by what means. */
  private record Task(
      RunId id,
      Repository repository,
      Optional<Confirmation> confirmation,
      Duration patience,
      Active work,
      EventSink events) {}
}
