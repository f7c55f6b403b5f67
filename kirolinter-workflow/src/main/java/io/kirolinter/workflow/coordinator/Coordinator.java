package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.step.Agent;
import io.kirolinter.workflow.coordinator.ActiveRuns.Active;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateCheck;
import io.kirolinter.workflow.template.TemplateSource;
import io.kirolinter.workflow.template.Templates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Starts runs, drives them to their end, and goes on with those that other processes left behind.
 *
 * <p>Every run is durable: a step whose end is in the journal never runs again, and a process that
 * dies loses at most the step it was in. Of the runs that change one repository one works at a
 * time; the others wait. Safe for use by many threads, and by many processes on one store.
 */
public final class Coordinator implements AutoCloseable {

  /** For how long a run that is put into the queue is its writer's; it wants none of it. */
  private static final Duration HAND_OVER = Duration.ofMillis(1);

  private final Surroundings around;
  private final Templates templates;
  private final TemplateSource templateSource;
  private final TemplateCheck check;
  private final ActiveRuns active = new ActiveRuns();
  private final RunClaims claims;
  private final RunHistory history;
  private final Undoing undoing;
  private final RunPlanner planner;
  private final RunThreads threads;
  private volatile boolean closed;

  Coordinator(CoordinatorBuilder builder) {
    around = builder.surroundings();
    templates = builder.templates();
    templateSource = builder.templateSource();
    check = new TemplateCheck(around.steps().descriptions());
    templates.custom().forEach(check::check);
    history = new RunHistory(around);
    undoing = new Undoing(around);
    claims = new RunClaims(around, active, history, undoing);
    planner = new RunPlanner(around);
    threads = new RunThreads(around, active, history, undoing, builder.executor());
  }

  /** {@return what is to be told before a coordinator can be built} */
  public static CoordinatorBuilder builder() {
    return new CoordinatorBuilder();
  }

  /** {@return the agents that are on the class path} */
  public static List<Agent> agentsFromServiceLoader() {
    return ServiceLoader.load(Agent.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /**
   * Starts a run. Runs of the repository that lost their process are ended first; then the run is
   * written, and works as soon as no other one changes the repository.
   *
   * <p>Returns at once unless the executor runs tasks in the calling thread. The run is in the
   * journal from its {@link RunEvent.RunStarted} or {@link RunEvent.WaitingForRun} on.
   *
   * @throws InvalidRequestException if the template is unknown or does not fit the steps that are
   *     there, or the request does not fit the template; nothing is written then
   * @throws IllegalStateException if the coordinator is closed
   */
  public RunHandle start(String template, Repository repository, RunRequest request) {
    requireOpen();
    Template known = template(template, repository);
    return starting(
        planner.planned(known, repository, request), repository, request.confirmation());
  }

  /**
   * Starts a run and waits for its end.
   *
   * @throws InterruptedException if the calling thread is interrupted; the run goes on
   * @see #start(String, Repository, RunRequest)
   * @see RunHandle#await()
   */
  public Run run(String template, Repository repository, RunRequest request)
      throws InterruptedException {
    return start(template, repository, request).await();
  }

  /**
   * Starts a new run that goes on from another one: the steps before the fork are taken from there,
   * with their artifacts, and those from it on are run, with the same base commit. The old run
   * stays as it is, with its branch and its changes; what the new one does has ids of its own.
   *
   * @throws InvalidRequestException if there is no such run, or it is one of another repository, or
   *     a step before the fork has not ended in it, or has failed there, or its changes were
   *     undone; or the old run is interactive and nobody is there to be asked
   */
  public RunHandle fork(RunId origin, Repository repository, ForkRequest request) {
    requireOpen();
    Run old = history.status(origin);
    RunChecks.requireSame(old, repository);
    RunChecks.requirePerson("fork", old, request.confirmation());
    Optional<Confirmation> person =
        request.confirmation().filter(c -> old.mode() == RunMode.INTERACTIVE);
    return starting(planner.forked(old, repository, request, person), repository, person);
  }

  /**
   * Starts a new run that does again what failed in one that is over, or else what was left out,
   * and all that comes after it, with the same options. Where a run failed and its changes were
   * undone, the steps that made them are done again too.
   *
   * @throws InvalidRequestException if the run is not over, or nothing of it failed, or {@link
   *     #fork} refuses it
   */
  public RunHandle retry(RunId failed, Repository repository) {
    return fork(failed, repository, ForkRequest.fromFailure());
  }

  private RunHandle starting(Run run, Repository repository, Optional<Confirmation> person) {
    Active work = Active.create();
    active.enter(run.id(), work);
    return threads.submit(run.id(), work, () -> claims.startNew(run, repository, person, work));
  }

  /**
   * Goes on with a run after its last step that ended. If this process works on it already, that
   * work is meant. A run that is over stays as it is.
   *
   * @throws InvalidRequestException if there is no such run, or it is one of another repository, or
   *     an interactive one, or no agent offers one of its steps
   */
  public RunHandle resume(RunId id, Repository repository) {
    return resume(id, repository, Optional.empty());
  }

  /** Goes on with an interactive run, asking before each step that has not begun. */
  public RunHandle resume(RunId id, Repository repository, Confirmation confirmation) {
    return resume(id, repository, Optional.of(confirmation));
  }

  /**
   * Lets a run that waits or is queued go on in another mode, and keeps in it who wanted that. One
   * that goes on in the background is put into the queue for workers; any other goes on when it is
   * resumed. What was answered before stays; the question that was open is closed.
   *
   * @param person who wants it so, as it is written into the run
   * @return the run as it is now; the same as before if it has that mode already
   * @throws InvalidRequestException if there is no such run, or it is one of another repository, or
   *     it is neither waiting nor queued, or somebody works on it or on its repository, or it would
   *     change the checkout in the background; nothing is changed then
   */
  public Run switchMode(RunId id, Repository repository, RunMode mode, String person) {
    requireOpen();
    Run run = history.status(id);
    RunChecks.requireSame(run, repository);
    return new ModeChange(around, mode, person).of(run);
  }

  /**
   * Writes a run for workers to take, and puts it into the queue of the store. If this process dies
   * meanwhile, there is either no run or one that a worker takes.
   *
   * @return the run, queued
   * @throws InvalidRequestException as {@link #start} does, and if the run is interactive; nothing
   *     is written then
   */
  public Run enqueue(String template, Repository repository, RunRequest request) {
    requireOpen();
    RunChecks.requireUnattended(template, request);
    Template known = template(template, repository);
    Run run = planner.planned(known, repository, request).withState(RunState.queued());
    around.stores().queue().offer(run.id(), repository.id());
    Claim claim = around.journal().create(run, around.owner(), HAND_OVER);
    claim.granted().ifPresent(around.journal()::release);
    return run;
  }

  /**
   * Goes on with a run if nobody else is in the way at this moment. Runs of the repository that
   * lost their process in the middle are ended first, in the calling thread.
   *
   * @throws InvalidRequestException as {@link #resume(RunId, Repository)} does
   * @throws IllegalStateException if the coordinator is closed
   */
  public Taken take(RunId id, Repository repository) {
    requireOpen();
    Run run = history.status(id);
    if (run.state().status().isFinal()) {
      return new Taken.Over(run);
    }
    RunChecks.requireSame(run, repository);
    RunChecks.requirePerson("take", run, Optional.empty());
    around.steps().requireAll(run.plan());
    Active work = Active.create();
    return active
        .enter(id, work)
        .<Taken>map(already -> new Taken.Working(threads.handle(id, already)))
        .orElseGet(() -> take(id, repository, work));
  }

  private Taken take(RunId id, Repository repository, Active work) {
    Claim claim;
    try {
      claims.recoverBegun(repository);
      claim = claims.claim(id);
    } catch (RuntimeException | Error e) {
      active.leave(id);
      work.result().completeExceptionally(e);
      throw e;
    }
    if (claim instanceof Claim.Granted granted) {
      return new Taken.Working(
          threads.submit(id, work, () -> claims.goOn(granted.lease(), repository, work)));
    }
    active.leave(id);
    Run reached = history.status(id);
    work.result().complete(reached);
    return claim instanceof Claim.Busy busy
        ? new Taken.InTheWay(busy.holder(), busy.owner(), busy.until())
        : new Taken.Over(reached);
  }

  /**
   * {@return the runs that lost their process and that nobody goes on with, the oldest first}
   *
   * @param statuses those that are looked at
   */
  public List<Run> left(Set<RunStatus> statuses) {
    return claims.left(statuses);
  }

  /**
   * Ends a run as failed that nobody can work on. Leaves it alone if somebody works on it, or if it
   * was cut off while it changed files: then whoever resumes it takes that back.
   *
   * @param why the reason, as part of a sentence: {@code no worker has its repository}
   * @return whether the run was ended
   * @throws InvalidRequestException if there is no such run
   */
  public boolean giveUp(RunId id, String why) {
    return undoing.giveUpIfFree(history.status(id).id(), why);
  }

  /**
   * Takes on no more work, lets the steps in work end, and gives the runs back for others to go on
   * at once. Steps that take longer than {@code limit} are interrupted, and run again elsewhere.
   * The coordinator can only be asked and closed afterwards. May be called again, with a shorter
   * limit.
   */
  public void drain(Duration limit) {
    closed = true;
    threads.drain(limit);
  }

  private RunHandle resume(RunId id, Repository repository, Optional<Confirmation> confirmation) {
    requireOpen();
    Run run = history.status(id);
    RunChecks.requireSame(run, repository);
    if (!run.state().status().isFinal()) {
      RunChecks.requirePerson("resume", run, confirmation);
      around.steps().requireAll(run.plan());
    }
    Active work = Active.create();
    Optional<Active> already = active.enter(id, work);
    return already.isPresent()
        ? threads.handle(id, already.get())
        : threads.submit(id, work, () -> claims.resume(id, repository, confirmation, work));
  }

  /**
   * Ends the runs of a repository that lost their process, oldest first, in the calling thread.
   * Interactive runs wait for their person, and are left alone. What could not be ended is told to
   * the listener.
   *
   * @return the runs that are over now
   */
  public List<Run> recover(Repository repository) {
    requireOpen();
    return claims.recover(repository);
  }

  /**
   * Asks a run to stop, in whatever process it works. A run that nobody works on ends at once,
   * unless it was cut off while it changed files: then whoever resumes it takes that back.
   *
   * @return whether the run is there and was not over
   */
  public boolean cancel(RunId id) {
    return threads.cancel(id);
  }

  /**
   * Takes back what a run that is over has changed, the last change first, and remembers that this
   * was done. Doing it twice changes nothing.
   *
   * @return the names of the steps that were taken back, in this order
   * @throws InvalidRequestException if there is no such run, it is not over, or it is one of
   *     another repository, or another run is changing the repository
   */
  public List<String> undo(RunId id, Repository repository) {
    Run run = history.status(id);
    RunChecks.requireSame(run, repository);
    return undoing.undo(run, repository);
  }

  /** {@return the templates that are there for every repository} */
  public Templates templates() {
    return templates;
  }

  /**
   * {@return the template of this name for runs of a repository, checked}
   *
   * @throws InvalidRequestException if there is none, or it does not fit the steps that are there
   */
  public Template template(String name, Repository repository) {
    Template known = templates.find(name).orElseGet(() -> templateSource.of(repository).get(name));
    check.check(known);
    return known;
  }

  /** {@return the newest runs of all repositories, the newest first} */
  public List<Run> history(int limit) {
    return around.journal().list(RunQuery.newest(limit));
  }

  /** {@return the newest runs of one repository, the newest first} */
  public List<Run> history(RepositoryId repository, int limit) {
    return around.journal().list(RunQuery.newest(limit).of(repository));
  }

  /**
   * {@return a run as the journal has it}
   *
   * @throws InvalidRequestException if there is no such run
   */
  public Run status(RunId id) {
    return history.status(id);
  }

  /** {@return what a step of the run produced; empty if none did} */
  public <T extends Artifact> Optional<T> artifact(RunId id, ArtifactType<T> type) {
    return history.artifact(id, type);
  }

  /** {@return the runs that this process works on, or waits with} */
  public List<RunId> active() {
    return active.ids();
  }

  /**
   * Deletes all runs that ended longer ago than {@code keep}, with their artifacts and folders.
   *
   * @return how many there were
   * @throws io.kirolinter.core.error.WorkFailedException if a folder cannot be deleted; its run is
   *     kept
   */
  public int forgetRunsBefore(Duration keep) {
    return history.forgetOlderThan(keep);
  }

  /**
   * Stops the work of this process and gives its runs back: they are queued, and whoever resumes
   * them, or starts a run on the repository, goes on after the last step that ended. Waits for
   * steps that are slow to stop, at most as long as two leases.
   */
  @Override
  public void close() {
    closed = true;
    threads.close();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the coordinator is closed");
    }
  }
}
