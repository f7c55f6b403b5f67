package io.kirolinter.workflow.coordinator;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.ActiveRuns.Active;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateCheck;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
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

  private final Surroundings around;
  private final Templates templates;
  private final TemplateCheck check;
  private final ActiveRuns active = new ActiveRuns();
  private final RunClaims claims;
  private final RunHistory history;
  private final Undoing undoing;
  private final Executor executor;
  private final Optional<ExecutorService> ownExecutor;
  private volatile boolean closed;

  private Coordinator(Builder builder) {
    around = builder.surroundings();
    templates = builder.templates;
    check = new TemplateCheck(around.steps().descriptions());
    templates.custom().forEach(check::check);
    history = new RunHistory(around);
    claims = new RunClaims(around, active, history);
    undoing = new Undoing(around);
    ownExecutor =
        builder.executor == null
            ? Optional.of(Executors.newCachedThreadPool(task -> daemon(task, "kirolinter-run")))
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
    Run run = planned(templates.get(template), repository, request);
    Active work = Active.create();
    active.enter(run.id(), work);
    return working(
        run.id(), work, () -> claims.startNew(run, repository, request.confirmation(), work));
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

  private RunHandle resume(RunId id, Repository repository, Optional<Confirmation> confirmation) {
    requireOpen();
    Run run = history.status(id);
    requireSame(run, repository);
    requireConfirmation(run, confirmation);
    if (!run.state().status().isFinal()) {
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

  public Templates templates() {
    return templates;
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
    active.all().forEach(work -> work.signal().stop(StopSignal.Reason.CLOSED));
    Shutdown.await(active.all(), around.leaseLength().multipliedBy(2));
    ownExecutor.ifPresent(ExecutorService::shutdown);
    around.timer().shutdownNow();
  }

  private Run planned(Template template, Repository repository, RunRequest request) {
    check.check(template);
    RunOptions options = request.optionsFor(template);
    Scope scope = request.sources().map(template.scope()::withSources).orElse(template.scope());
    Instant now = around.now();
    RunPlan plan =
        new RunPlan(
            template.name(),
            template.version(),
            template.steps(),
            scope,
            repository.id(),
            repository.location().toString(),
            request.baseCommit().or(repository::head),
            request.mode(),
            options,
            effect(template, options),
            now);
    Route route = new Route(plan, around.steps());
    RunState opening = RunDriver.opening(route, now, request.confirmation().isPresent());
    return new Run(RunId.next(now, around.random()), plan, opening);
  }

  private Effect effect(Template template, RunOptions options) {
    boolean changes =
        options.apply() != ApplyTarget.NONE
            && template.steps().stream().anyMatch(around.steps()::changesFiles);
    return changes ? Effect.CHANGES : Effect.READS;
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

  private static void requireConfirmation(Run run, Optional<Confirmation> confirmation) {
    boolean asks = run.plan().mode() == RunMode.INTERACTIVE && !run.state().status().isFinal();
    if (asks && confirmation.isEmpty()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("resume", "run", run.id().value())
              .found("it asks a person before each step")
              .expected("somebody who can be asked")
              .remedy("Resume it where you can answer, or cancel it."));
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
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
    private RunListener listener = RunListener.none();
    private Pause pause = Pause.real();
    private Duration leaseLength = Duration.ofSeconds(6);
    private Duration patience = Duration.ofMinutes(10);

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
          timer());
    }

    private static String defaultOwner(RandomGenerator random) {
      return "process %d-%06x".formatted(ProcessHandle.current().pid(), random.nextInt(1 << 24));
    }

    private static ScheduledExecutorService timer() {
      return Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "kirolinter-leases"));
    }
  }
}
