package io.kirolinter.core.testing;

import com.google.common.base.Suppliers;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepOption;
import io.kirolinter.core.store.ResultCache;
import io.kirolinter.core.testing.Attempted.Update;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What one attempt of a step under test sees. */
final class AttemptContext implements StepContext, AutoCloseable {

  private final LoneRun run;
  private final Given given;
  private final Supplier<Snapshot> snapshot;
  private final List<Update> updates = new CopyOnWriteArrayList<>();

  AttemptContext(LoneRun run, Given given) {
    this.run = run;
    this.given = given;
    snapshot = Suppliers.memoize(() -> run.repository().snapshot(run.repository().head()));
  }

  /** {@return what was told of progress so far} */
  List<Update> updates() {
    return List.copyOf(updates);
  }

  @Override
  public RunId runId() {
    return run.id();
  }

  @Override
  public RunPlan plan() {
    return run.plan();
  }

  @Override
  public Repository repository() {
    return run.repository();
  }

  @Override
  public Snapshot snapshot() {
    return snapshot.get();
  }

  @Override
  public List<String> option(String name) {
    if (run.step().options().stream().map(StepOption::name).noneMatch(name::equals)) {
      throw new AssertionError(
          "step '%s' asks for option '%s', which its description does not name"
              .formatted(run.step().name(), name));
    }
    return run.options().getOrDefault(name, List.of());
  }

  @Override
  public <T extends Artifact> Optional<T> artifact(ArtifactType<T> type) {
    StepDescription step = run.step();
    if (!step.requires().contains(type) && !step.uses().contains(type)) {
      throw new AssertionError(
          "step '%s' asks for '%s', which its description does not name"
              .formatted(step.name(), type));
    }
    return Optional.ofNullable(given.artifacts().get(type)).map(type.type()::cast);
  }

  @Override
  public boolean isAwaited(ArtifactType<?> type) {
    return given.awaited().contains(type);
  }

  @Override
  public PatternMemory memory() {
    return given.memory();
  }

  @Override
  public ResultCache cache() {
    return given.cache();
  }

  @Override
  public InstantSource clock() {
    return given.clock();
  }

  @Override
  public String idempotencyKey() {
    return run.id() + "/" + run.step().name();
  }

  @Override
  public Path folder() {
    try {
      return Files.createDirectories(given.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Progress progress() {
    return (what, done, total) -> updates.add(new Update(what, done, total));
  }

  @Override
  public Cancellation cancellation() {
    return given.cancellation();
  }

  @Override
  public void close() {
    snapshot.get().close();
  }
}
