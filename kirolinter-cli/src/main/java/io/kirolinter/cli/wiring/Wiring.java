package io.kirolinter.cli.wiring;

import io.kirolinter.agents.fix.CodeFix;
import io.kirolinter.agents.fix.FixEngine;
import io.kirolinter.agents.fix.apply.FixHistory;
import io.kirolinter.agents.fix.apply.FixRecord;
import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.git.Mirrors;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.git.refs.RefWatch;
import io.kirolinter.agents.integrate.StandingChanges;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.JavaRules;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.MemoryAddress;
import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.cli.settings.UserLimits;
import io.kirolinter.cli.template.ChosenTemplate;
import io.kirolinter.cli.template.EvolvedTemplates;
import io.kirolinter.cli.template.OwnTemplates;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.CoordinatorBuilder;
import io.kirolinter.workflow.coordinator.RunListener;
import io.kirolinter.workflow.limits.Machine;
import io.kirolinter.workflow.limits.MachineLimits;
import io.kirolinter.workflow.retention.Retention;
import io.kirolinter.workflow.schedule.BackgroundJobs;
import io.kirolinter.workflow.schedule.JobListener;
import io.kirolinter.workflow.schedule.WorkLimits;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.worker.Worker;
import io.kirolinter.workflow.worker.WorkerListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The product put together: stores, agents and coordinator of one process. */
public final class Wiring implements AutoCloseable {

  private static final String RUNS = "runs";

  private final Environment environment;
  private final Path home;
  private final Stores stores;

  private Wiring(Environment environment, Path home, Stores stores) {
    this.environment = environment;
    this.home = home;
    this.stores = stores;
  }

  /**
   * Opens the stores.
   *
   * @param memory {@code embedded}, the address of a Redis, or {@code redis-config:} and a file
   * @throws InvalidRequestException if it is something else
   * @throws io.kirolinter.core.error.StoreException if the store cannot be opened
   */
  public static Wiring open(Environment environment, String memory) {
    Stores stores = MemoryAddress.open(environment, memory);
    return new Wiring(environment, DataFolder.of(environment), stores);
  }

  /**
   * {@return the repository at a place: for an address, a copy in the data folder, which is brought
   * up to date}
   */
  public static Repository repository(Environment environment, RepositoryPlace place) {
    if (!place.isAddress()) {
      return repository(environment, place.path());
    }
    Forges forges = ForgeAccess.of(environment, userSettings(environment));
    Path folder = DataFolder.of(environment).resolve("mirrors");
    return Mirrors.in(folder, forges::login).open(place.written());
  }

  /** {@return the repository that a path lies in, or the folder itself} */
  public static Repository repository(Environment environment, Path path) {
    return Repositories.open(environment.folder().resolve(path));
  }

  /** {@return how the repository and its user want their pull requests} */
  public static ProposalSettings proposals(Environment environment, Repository repository) {
    EffectiveSettings settings = EffectiveSettings.committed(environment, repository);
    return settings.ofRepository().over(settings.ofUser()).proposals();
  }

  /**
   * Checks that pull requests can be asked for; the forge itself is not asked.
   *
   * @throws InvalidRequestException if the repository belongs to no forge that is known, or there
   *     is no token for it
   */
  public static void requireForge(Environment environment, Repository repository) {
    ForgeAccess.of(environment, userSettings(environment)).link(repository);
  }

  /** {@return fixes of the files of a repository} */
  public CodeFix codeFix(Repository repository) {
    int workers = Runtime.getRuntime().availableProcessors();
    return CodeFix.of(
            repository,
            FixEngine.of(JavaRules.all(), workers),
            JavaAnalyzer.withAllRules(workers).version().orElse(""),
            stores.memory())
        .withLibraries(LibraryFolders.ofUser(environment.userHome()));
  }

  /** {@return a new entry for fixes of a checkout; nothing is on disk yet} */
  public FixRecord nextFix(Repository repository) {
    return FixHistory.next(
        home, repository.location(), environment.clock().instant(), environment.random());
  }

  /** {@return the fixes of a checkout so far; whoever takes it closes it} */
  public FixHistory fixHistory(Repository repository) {
    return FixHistory.open(home, repository.location());
  }

  /**
   * {@return what the user has settled for all repositories}
   *
   * @throws InvalidRequestException if the file is wrong
   */
  public static Settings userSettings(Environment environment) {
    return SettingsReader.knowing(environment.extensions().vocabulary())
        .ofUser(DataFolder.of(environment));
  }

  /** {@return the templates of the user and of repositories, beside the built-in ones} */
  public static OwnTemplates templates(Environment environment) {
    return OwnTemplates.in(
        DataFolder.of(environment),
        environment.extensions().vocabulary(),
        () ->
            UserAgents.of(environment, environment.err()).stream()
                .flatMap(agent -> agent.steps().stream())
                .map(Step::description)
                .toList());
  }

  /** {@return where the data of this user is kept} */
  public static Path home(Environment environment) {
    return DataFolder.of(environment);
  }

  public Stores stores() {
    return stores;
  }

  /** {@return where the stores are, for people: a folder, or an address without credentials} */
  public String place() {
    return MemoryAddress.place(environment, stores);
  }

  /** {@return a coordinator with all agents; whoever takes it closes it} */
  public Coordinator coordinator(RunListener listener) {
    return coordinator(listener, environment.err(), Templates.builtIn());
  }

  /**
   * {@return a coordinator with all agents and these templates; whoever takes it closes it}
   *
   * @param notices where the notifier writes for people
   */
  public Coordinator coordinator(RunListener listener, Appendable notices, Templates templates) {
    return builder(listener, notices).templates(templates).owner(ownerName(environment)).build();
  }

  private CoordinatorBuilder builder(RunListener listener, Appendable notices) {
    return Coordinator.builder()
        .agents(UserAgents.of(environment, notices))
        .stores(stores)
        .moreTemplates(evolvedTemplates())
        .clock(environment.clock())
        .random(environment.random())
        .folder(home.resolve(RUNS))
        .listener(listener);
  }

  private EvolvedTemplates evolvedTemplates() {
    return new EvolvedTemplates(templates(environment), stores, environment.clock());
  }

  /**
   * {@return the template of this name for runs of a repository, or its champion for {@code auto}}
   *
   * @throws InvalidRequestException if there is none, or a file is wrong
   */
  public static ChosenTemplate choose(
      Environment environment, String memory, String name, Repository repository) {
    if (!name.equals(EvolvedTemplates.CHAMPION)) {
      return templates(environment).choose(name, repository);
    }
    try (Wiring wiring = open(environment, memory)) {
      return wiring.evolvedTemplates().champion(repository);
    }
  }

  /** {@return a coordinator for the runs of a worker; whoever takes it closes it} */
  public Coordinator workerCoordinator(String name, RunListener listener, Appendable notices) {
    return builder(listener, notices).owner(name).build();
  }

  /**
   * {@return a worker, which is not started yet; whoever takes it closes it}
   *
   * @param places finds the repositories of runs
   */
  public Worker worker(
      Coordinator coordinator,
      String name,
      int concurrency,
      WorkerPlaces places,
      WorkerListener listener) {
    return Worker.builder()
        .coordinator(coordinator)
        .stores(stores)
        .clock(environment.clock())
        .name(name)
        .concurrency(concurrency)
        .places(places::open)
        .listener(listener)
        .build();
  }

  /**
   * {@return a name for who works on runs: of machine, process and random digits, so that two
   * coordinators of one process, and two processes of one id, are kept apart}
   */
  public static String ownerName(Environment environment) {
    return "%s-%06x".formatted(environment.owner(), environment.random().nextInt(1 << 24));
  }

  /** {@return what deletes old data; looks at each repository once} */
  public Retention retention() {
    return Retention.of(
        stores, environment.clock(), home.resolve(RUNS), new ChangesOfRuns(new StandingChanges()));
  }

  /**
   * {@return a coordinator for the runs of jobs; whoever takes it closes it}
   *
   * @param threads does the runs, and so many at a time as it has
   */
  public Coordinator jobCoordinator(
      String name, RunListener listener, Appendable notices, Executor threads) {
    return builder(listener, notices).owner(name).executor(threads).build();
  }

  /**
   * {@return the background jobs, run by a coordinator; none fires yet}
   *
   * @param places finds the repositories of jobs
   */
  public BackgroundJobs.Builder jobs(
      Coordinator coordinator, String name, WorkerPlaces places, JobListener listener) {
    return BackgroundJobs.builder()
        .coordinator(coordinator)
        .stores(stores)
        .places(places::open)
        .here(places::isHere)
        .clock(environment.clock())
        .owner(name)
        .commits(new WatchedRefs(new RefWatch()))
        .limits(limits())
        .listener(listener);
  }

  /** {@return what was deleted of branches and worktrees that nobody waits for any more} */
  public Leftovers.Tidied deleteLeftovers() {
    return new Leftovers(stores, home.resolve(RUNS)).delete();
  }

  /** {@return the same, at most once a day for this data folder; empty if it was not the time} */
  public Optional<Leftovers.Tidied> deleteLeftoversIfDue() {
    String chore = "leftovers-" + Integer.toHexString(home.toString().hashCode());
    return stores.upkeep().takeTurn(chore, Duration.ofDays(1))
        ? Optional.of(deleteLeftovers())
        : Optional.empty();
  }

  private WorkLimits limits() {
    MachineLimits machine =
        new MachineLimits(Machine.here(), environment.clock(), ZoneId.systemDefault());
    return new UserLimits(machine, () -> userSettings(environment).background());
  }

  /**
   * {@return a run}
   *
   * @throws InvalidRequestException if there is none with this id
   */
  public Run run(RunId id) {
    return stores
        .journal()
        .find(id)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    ErrorMessage.cannot("find", "run", id.value())
                        .found("there is no such run in " + place())
                        .expected("the id of a run")
                        .remedy("'kirolinter agent runs' lists them.")));
  }

  @Override
  public void close() {
    stores.close();
  }
}
