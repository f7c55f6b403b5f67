package io.kirolinter.workflow.coordinator;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.thread.DaemonThreads;
import io.kirolinter.workflow.template.TemplateSource;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Gathers what a coordinator needs. Used by one thread. */
public final class CoordinatorBuilder {

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

  CoordinatorBuilder() {}

  /** Sets the agents whose steps runs can use. Required. */
  public CoordinatorBuilder agents(List<Agent> wanted) {
    agents = List.copyOf(wanted);
    return this;
  }

  /** Sets where runs are kept. Required; not closed by the coordinator. */
  public CoordinatorBuilder stores(Stores wanted) {
    stores = wanted;
    return this;
  }

  /** Sets the clock. Required. */
  public CoordinatorBuilder clock(InstantSource wanted) {
    clock = wanted;
    return this;
  }

  /** Sets where run ids and the jitter of retries come from. Required; any generator will do. */
  public CoordinatorBuilder random(RandomGenerator wanted) {
    random = wanted;
    return this;
  }

  /** Sets the folder below which each run has its own. Required. */
  public CoordinatorBuilder folder(Path wanted) {
    folder = wanted;
    return this;
  }

  /** Sets the name of this process in leases; without it, the process id and random digits. */
  public CoordinatorBuilder owner(String wanted) {
    owner = wanted;
    return this;
  }

  /** Sets the templates; without it, the built-in ones. */
  public CoordinatorBuilder templates(Templates wanted) {
    templates = wanted;
    return this;
  }

  /** Sets where more templates come from, for each repository its own; without it, nowhere. */
  public CoordinatorBuilder moreTemplates(TemplateSource wanted) {
    templateSource = Optional.of(wanted);
    return this;
  }

  /** Sets who hears of events. */
  public CoordinatorBuilder listener(RunListener wanted) {
    listener = wanted;
    return this;
  }

  /** Sets how waiting is done; without it, by sleeping. */
  public CoordinatorBuilder pause(Pause wanted) {
    pause = wanted;
    return this;
  }

  /**
   * Sets who runs the runs, one task each, and is not closed by the coordinator; without it,
   * virtual threads where the JDK has them, else daemon threads, as many as runs. A run occupies
   * its thread while it waits for another one, so a small pool makes others wait too.
   */
  public CoordinatorBuilder executor(Executor wanted) {
    executor = wanted;
    return this;
  }

  /**
   * Sets for how long a process that is lost keeps its run; without it, 6 s. Leases are renewed at
   * a third of it.
   */
  public CoordinatorBuilder leaseLength(Duration wanted) {
    leaseLength = wanted;
    return this;
  }

  /**
   * Sets how long a run waits for another one, or for a time that a step names; without it, 10 min.
   */
  public CoordinatorBuilder patience(Duration wanted) {
    patience = wanted;
    return this;
  }

  /**
   * Sets how many processes may go on with a run, one after the other, without ending a step;
   * without it, 5. After one more loss the run ends as failed, as it is likely to end processes.
   */
  public CoordinatorBuilder maxTakeovers(int wanted) {
    if (wanted < 0) {
      throw new IllegalArgumentException("maxTakeovers must be >= 0, was " + wanted);
    }
    takeovers = wanted;
    return this;
  }

  /** Sets what keeps the time limits of steps; without it, a timer. */
  public CoordinatorBuilder alarm(Alarm wanted) {
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

  Templates templates() {
    return templates;
  }

  TemplateSource templateSource() {
    Templates fixed = templates;
    return templateSource.orElse(repository -> fixed);
  }

  /** {@return who runs the runs; empty for threads of the coordinator's own} */
  Optional<Executor> executor() {
    return Optional.ofNullable(executor);
  }

  Surroundings surroundings() {
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
        Executors.newCachedThreadPool(task -> DaemonThreads.unstarted(task, "kirolinter-step")));
  }

  private static String defaultOwner(RandomGenerator random) {
    return "process %d-%06x".formatted(ProcessHandle.current().pid(), random.nextInt(1 << 24));
  }

  private static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> DaemonThreads.unstarted(task, "kirolinter-leases"));
  }
}
