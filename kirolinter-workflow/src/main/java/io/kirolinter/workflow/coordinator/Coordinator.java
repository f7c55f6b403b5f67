package io.kirolinter.workflow.coordinator;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.ErrorMessage;
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
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.ActiveRuns.Active;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateCheck;
import io.kirolinter.workflow.template.TemplateSource;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
  private final Executor executor;
  private final Optional<ExecutorService> ownExecutor;
  private volatile boolean closed;

  private Coordinator(Builder builder) {
    around = builder.surroundings();
    templates = builder.templates;
    Templates fixed = templates;
    templateSource = builder.templateSource.orElse(repository -> fixed);
    check = new TemplateCheck(around.steps().descriptions());
    templates.custom().forEach(check::check);
    history = new RunHistory(around);
    undoing = new Undoing(around);
    claims = new RunClaims(around, active, history, undoing);
    planner = new RunPlanner(around);
    ownExecutor =
        builder.executor == null
            ? Optional.of(
                Executors.newCachedThreadPool(task -> Daemons.thread(task, "kirolinter-run")))
            : Optional.empty();
    executor = builder.executor == null ? ownExecutor.orElseThrow() : builder.executor;
  }

  /** {@return what is to be told before a coordinator can be built} */
  public static Builder builder() {
    return new Builder();
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
    requireSame(old, repository);
    requirePerson("fork", old, request.confirmation());
    Optional<Confirmation> person =
        request.confirmation().filter(c -> old.plan().mode() == RunMode.INTERACTIVE);
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
    return working(run.id(), work, () -> claims.startNew(run, repository, person, work));
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
   * Writes a run for workers to take, and puts it into the queue of the store. If this process dies
   * meanwhile, there is either no run or one that a worker takes.
   *
   * @return the run, queued
   * @throws InvalidRequestException as {@link #start} does, and if the run is interactive; nothing
   *     is written then
   */
  public Run enqueue(String template, Repository repository, RunRequest request) {
    requireOpen();
    requireUnattended(template, request);
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
    requireSame(run, repository);
    requirePerson("take", run, Optional.empty());
    around.steps().requireAll(run.plan());
    Active work = Active.create();
    return active
        .enter(id, work)
        .<Taken>map(already -> new Taken.Working(handle(id, already)))
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
          working(id, work, () -> claims.goOn(granted.lease(), repository, work)));
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
    active.all().forEach(work -> work.signal().stopAfterStep());
    Shutdown.await(active.all(), limit);
    stopAll();
  }

  private void stopAll() {
    active.all().forEach(work -> work.signal().stop(StopSignal.Reason.CLOSED));
    Shutdown.await(active.all(), around.leaseLength().multipliedBy(2));
  }

  private RunHandle resume(RunId id, Repository repository, Optional<Confirmation> confirmation) {
    requireOpen();
    Run run = history.status(id);
    requireSame(run, repository);
    if (!run.state().status().isFinal()) {
      requirePerson("resume", run, confirmation);
      around.steps().requireAll(run.plan());
    }
    Active work = Active.create();
    Optional<Active> already = active.enter(id, work);
    return already.isPresent()
        ? handle(id, already.get())
        : working(id, work, () -> claims.resume(id, repository, confirmation, work));
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
    requireSame(run, repository);
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
    stopAll();
    ownExecutor.ifPresent(ExecutorService::shutdown);
    around.timer().shutdownNow();
    around.alarm().close();
    around.stepThreads().shutdown();
  }

  private RunHandle working(RunId id, Active work, Supplier<Run> drive) {
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

  private RunHandle handle(RunId id, Active work) {
    return new RunHandle(id, work.result(), () -> cancel(id));
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the coordinator is closed");
    }
  }

  private static void requireSame(Run run, Repository repository) {
    if (!run.plan().repository().equals(repository.id())) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "run", run.id().value())
              .found("it works on '%s'".formatted(run.plan().repository()))
              .expected("a run of '%s'".formatted(repository.id()))
              .remedy("Name the repository of the run: " + run.plan().location()));
    }
  }

  private static void requirePerson(String action, Run run, Optional<Confirmation> confirmation) {
    if (run.plan().mode() == RunMode.INTERACTIVE && confirmation.isEmpty()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot(action, "run", run.id().value())
              .found("it asks a person before each step")
              .expected("somebody who can be asked")
              .remedy("Do it where you can answer."));
    }
  }

  private static void requireUnattended(String template, RunRequest request) {
    if (request.mode() == RunMode.INTERACTIVE) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("queue", "workflow", template)
              .found("it asks a person before each step")
              .expected("a run that a worker can end by itself")
              .remedy("Start it where you can answer, or in another mode."));
    }
  }

  /** Gathers what a coordinator needs. Used by one thread. */
  public static final class Builder {

    private @Nullable List<Agent> agents;
    private @Nullable Stores stores;
    private @Nullable InstantSource clock;
    private @Nullable RandomGenerator random;
    private @Nullable Path folder;
    private @Nullable String owner;
    private @Nullable Executor executor;
    private Templates templates = Templates.builtIn();
    private Optional<TemplateSource> templateSource = Optional.empty();
    private RunListener listener = RunListener.none();
    private Pause pause = Pause.real();
    private Duration leaseLength = Duration.ofSeconds(6);
    private Duration patience = Duration.ofMinutes(10);
    private int takeovers = 5;
    private @Nullable Alarm alarm;

    private Builder() {}

    /** Sets the agents whose steps runs can use. Required. */
    public Builder agents(List<Agent> wanted) {
      agents = List.copyOf(wanted);
      return this;
    }

    /** Sets where runs are kept. Required; not closed by the coordinator. */
    public Builder stores(Stores wanted) {
      stores = wanted;
      return this;
    }

    /** Sets the clock. Required. */
    public Builder clock(InstantSource wanted) {
      clock = wanted;
      return this;
    }

    /** Sets where run ids and the jitter of retries come from. Required; any generator will do. */
    public Builder random(RandomGenerator wanted) {
      random = wanted;
      return this;
    }

    /** Sets the folder below which each run has its own. Required. */
    public Builder folder(Path wanted) {
      folder = wanted;
      return this;
    }

    /** Sets the name of this process in leases; without it, the process id and random digits. */
    public Builder owner(String wanted) {
      owner = wanted;
      return this;
    }

    /** Sets the templates; without it, the built-in ones. */
    public Builder templates(Templates wanted) {
      templates = wanted;
      return this;
    }

    /** Sets where more templates come from, for each repository its own; without it, nowhere. */
    public Builder moreTemplates(TemplateSource wanted) {
      templateSource = Optional.of(wanted);
      return this;
    }

    /** Sets who hears of events. */
    public Builder listener(RunListener wanted) {
      listener = wanted;
      return this;
    }

    /** Sets how waiting is done; without it, by sleeping. */
    public Builder pause(Pause wanted) {
      pause = wanted;
      return this;
    }

    /** Sets who runs the runs, one task each; without it, daemon threads as many as runs. */
    public Builder executor(Executor wanted) {
      executor = wanted;
      return this;
    }

    /**
     * Sets for how long a process that is lost keeps its run; without it, 6 s. Leases are renewed
     * at a third of it.
     */
    public Builder leaseLength(Duration wanted) {
      leaseLength = wanted;
      return this;
    }

    /**
     * Sets how long a run waits for another one, or for a time that a step names; without it, 10
     * min.
     */
    public Builder patience(Duration wanted) {
      patience = wanted;
      return this;
    }

    /**
     * Sets how many processes may go on with a run, one after the other, without ending a step;
     * without it, 5. After one more loss the run ends as failed, as it is likely to end processes.
     */
    public Builder maxTakeovers(int wanted) {
      if (wanted < 0) {
        throw new IllegalArgumentException("maxTakeovers must be >= 0, was " + wanted);
      }
      takeovers = wanted;
      return this;
    }

    /** Sets what keeps the time limits of steps; without it, a timer. */
    public Builder alarm(Alarm wanted) {
      alarm = wanted;
      return this;
    }

    /**
     * Builds the coordinator.
     *
     * @throws NullPointerException if something required is missing
     * @throws InvalidRequestException if two agents offer one step, or a template that is not built
     *     in does not fit the steps
     */
    public Coordinator build() {
      return new Coordinator(this);
    }

    private Surroundings surroundings() {
      RandomGenerator shared = new SharedRandom(requireNonNull(random, "random"));
      return new Surroundings(
          new StepCatalog(requireNonNull(agents, "agents")),
          requireNonNull(stores, "stores"),
          requireNonNull(clock, "clock"),
          shared,
          pause,
          listener,
          requireNonNull(folder, "folder"),
          owner == null ? defaultOwner(shared) : owner,
          leaseLength,
          patience,
          takeovers,
          timer(),
          alarm == null ? Alarm.real() : alarm,
          Executors.newCachedThreadPool(task -> Daemons.thread(task, "kirolinter-step")));
    }

    private static String defaultOwner(RandomGenerator random) {
      return "process %d-%06x".formatted(ProcessHandle.current().pid(), random.nextInt(1 << 24));
    }

    private static ScheduledExecutorService timer() {
      return Executors.newSingleThreadScheduledExecutor(
          task -> Daemons.thread(task, "kirolinter-leases"));
    }
  }
}
