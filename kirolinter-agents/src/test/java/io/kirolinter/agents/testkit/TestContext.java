package io.kirolinter.agents.testkit;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.choice.Choice;
import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.store.ResultCache;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A context with real stores, over one repository as it is when the context is made. */
public final class TestContext implements StepContext, AutoCloseable {

  public static final SettableClock CLOCK = SettableClock.at("2026-11-22T18:15:30Z");

  private final RunId runId;
  private final RunPlan plan;
  private final Repository repository;
  private final Snapshot snapshot;
  private final Stores stores;
  private final Path folder;
  private final Map<ArtifactType<?>, Artifact> artifacts = new HashMap<>();
  private final Cancellation cancellation = Cancellation.create();
  private boolean awaited = true;
  private Optional<List<Choice>> chosen = Optional.empty();

  private TestContext(RunId runId, RunPlan plan, Repository repository, Path home) {
    this.runId = runId;
    this.plan = plan;
    this.repository = repository;
    snapshot = repository.snapshot(plan.baseCommit());
    stores = EmbeddedStores.open(home, CLOCK);
    folder = home.resolve("runs").resolve(runId.value());
  }

  /**
   * Makes a context of a run that writes a branch.
   *
   * @param home where stores and the folder of the run are
   */
  public static TestContext of(String runId, Repository repository, Path home) {
    return of(runId, repository, home, RunOptions.applyingTo(ApplyTarget.BRANCH));
  }

  public static TestContext of(String runId, Repository repository, Path home, Scope scope) {
    return of(runId, repository, home, RunOptions.applyingTo(ApplyTarget.BRANCH), scope);
  }

  public static TestContext of(String runId, Repository repository, Path home, RunOptions options) {
    return of(runId, repository, home, options, Scope.everything());
  }

  private static TestContext of(
      String runId, Repository repository, Path home, RunOptions options, Scope scope) {
    RunPlan plan =
        new RunPlan(
            "full_review",
            1,
            List.of(new PlannedStep("any", Criticality.OPTIONAL, RetryPolicy.never())),
            scope,
            repository.id(),
            repository.location().toString(),
            repository.head(),
            RunMode.AUTONOMOUS,
            options,
            Effect.CHANGES,
            CLOCK.instant());
    return new TestContext(RunId.of(runId), plan, repository, home);
  }

  public <T extends Artifact> TestContext with(ArtifactType<T> type, T artifact) {
    artifacts.put(type, artifact);
    return this;
  }

  /** Makes the step the last one: nobody needs what it produces. */
  public TestContext awaitingNothing() {
    awaited = false;
    return this;
  }

  /** Lets a person choose fix by fix. */
  public TestContext choosing(Choice... wanted) {
    chosen = Optional.of(List.of(wanted));
    return this;
  }

  @Override
  public FixChoices choices(List<Finding> offered) {
    if (chosen.isEmpty()) {
      return FixChoices.all(offered);
    }
    FixChoices choices = FixChoices.among(offered);
    chosen.get().forEach(choices::choose);
    return choices;
  }

  @Override
  public RunId runId() {
    return runId;
  }

  @Override
  public RunPlan plan() {
    return plan;
  }

  @Override
  public Repository repository() {
    return repository;
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public <T extends Artifact> Optional<T> artifact(ArtifactType<T> type) {
    return Optional.ofNullable(artifacts.get(type)).map(type.type()::cast);
  }

  @Override
  public boolean isAwaited(ArtifactType<?> type) {
    return awaited;
  }

  @Override
  public PatternMemory memory() {
    return stores.memory();
  }

  @Override
  public ResultCache cache() {
    return stores.cache();
  }

  @Override
  public InstantSource clock() {
    return CLOCK;
  }

  @Override
  public String idempotencyKey() {
    return runId + "/any";
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Progress progress() {
    return Progress.none();
  }

  @Override
  public Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void close() {
    snapshot.close();
    stores.close();
  }
}
