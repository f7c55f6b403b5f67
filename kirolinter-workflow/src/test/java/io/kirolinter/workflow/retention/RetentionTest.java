package io.kirolinter.workflow.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

  private static final RepositoryId SHOP = SampleRuns.REPOSITORY;
  private static final RepositoryId BANK = new RepositoryId("github.com/acme/bank");
  private static final RetentionPolicy POLICY = RetentionPolicy.standard();

  @TempDir Path home;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private Stores stores;
  private Retention retention;
  private int number;

  @BeforeEach
  void open() {
    stores = EmbeddedStores.open(home.resolve("data"), clock);
    retention = Retention.of(stores, clock, home.resolve("runs"), RunsInUse.none());
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void deletesRunsOlderThanTheAgeWithArtifactsAndFolders() {
    Run old = ended(SHOP, Effect.READS, 91);
    Run edge = ended(SHOP, Effect.READS, 90);
    Run young = ended(BANK, Effect.CHANGES, 1);

    Pruned pruned = retention.apply(POLICY);

    assertThat(pruned.runs()).isEqualTo(1);
    assertThat(kept()).containsExactlyInAnyOrder(edge.id(), young.id());
    assertThat(stores.journal().artifacts(old.id())).isEmpty();
    assertThat(folder(old)).doesNotExist();
    assertThat(folder(edge).resolve("notes/a.txt")).exists();
    assertThat(stores.journal().artifacts(young.id())).hasSize(1);
  }

  @Test
  void deletesTheOldestRunsOfARepositoryBeyondTheCount() {
    List<Run> shop = new ArrayList<>();
    for (int day = 9; day > 0; day--) {
      shop.add(ended(SHOP, Effect.READS, day));
    }
    Run bank = ended(BANK, Effect.READS, 30);

    assertThat(retention.apply(POLICY.withRuns(4)).runs()).isEqualTo(5);

    assertThat(kept())
        .containsExactlyInAnyOrder(
            bank.id(), shop.get(5).id(), shop.get(6).id(), shop.get(7).id(), shop.get(8).id());
  }

  @Test
  void runsThatAreNotOverAreNeitherDeletedNorCounted() {
    Run ended = ended(SHOP, Effect.READS, 3);
    List<RunId> living = new ArrayList<>();
    for (RunStatus status : List.of(RunStatus.QUEUED, RunStatus.RUNNING, RunStatus.WAITING)) {
      Run run = run(SHOP, Effect.READS, clock.instant().minus(Duration.ofDays(400)));
      stores.journal().create(run.withState(living(status)), "gone", Duration.ofSeconds(1));
      living.add(run.id());
    }

    retention.apply(POLICY.withRuns(1));
    assertThat(kept()).contains(ended.id()).containsAll(living);

    clock.advance(Duration.ofDays(1_000));
    retention.apply(POLICY);
    assertThat(kept()).containsExactlyInAnyOrderElementsOf(living);
  }

  @Test
  void aRunWhoseProposalIsOpenStays() {
    Run open = ended(SHOP, Effect.CHANGES, 400);
    Run closed = ended(SHOP, Effect.CHANGES, 401);
    Run reading = ended(SHOP, Effect.READS, 402);
    retention = Retention.of(stores, clock, home.resolve("runs"), new Standing(open, reading));

    Pruned pruned = retention.apply(POLICY.withRuns(1));

    assertThat(pruned.runs()).isEqualTo(2);
    assertThat(pruned.runsInUse()).isEqualTo(1);
    assertThat(kept()).containsExactly(open.id());
    assertThat(folder(open)).exists();
    assertThat(folder(closed)).doesNotExist();
  }

  @Test
  void filesThatCanBeRestoredKeepARunFromTheCountButNotFromTheAge() throws Exception {
    Run old = restorable(ended(SHOP, Effect.CHANGES, 91));
    Run young = restorable(ended(SHOP, Effect.CHANGES, 5));
    Run newest = ended(SHOP, Effect.READS, 1);
    retention = Retention.of(stores, clock, home.resolve("runs"), new Standing());

    Pruned pruned = retention.apply(POLICY.withRuns(1));

    assertThat(pruned.runsInUse()).isEqualTo(1);
    assertThat(kept()).containsExactlyInAnyOrder(young.id(), newest.id());
    assertThat(folder(old)).doesNotExist();
    assertThat(folder(young).resolve("undo")).exists();
  }

  @Test
  void observationsAndTheirKeysGoByAgeAndByCount() {
    observe(SHOP, "run-1", 91, 90, 3, 2, 1);
    observe(BANK, "run-1", 91, 1);
    stores.memory().increment(SHOP, "runs", 7);

    assertThat(retention.apply(POLICY.withObservations(2)).observations()).isEqualTo(4);

    assertThat(stores.memory().observations(SHOP, "finding", 9))
        .extracting(Observation::at)
        .containsExactly(daysAgo(1), daysAgo(2));
    assertThat(stores.memory().observations(BANK, "finding", 9)).hasSize(1);
    assertThat(stores.memory().counter(SHOP, "runs")).isEqualTo(7);

    clock.advance(Duration.ofDays(91));
    retention.apply(POLICY);
    observe(SHOP, "run-1", 0);
    assertThat(stores.memory().observations(SHOP, "finding", 9)).hasSize(1);
  }

  @Test
  void experimentsThatAreOverGoByAgeAndByCount() {
    experiment("old", 200, Optional.of(100));
    experiment("long", 200, Optional.of(2));
    experiment("new", 3, Optional.of(1));
    experiment("newer", 2, Optional.of(1));
    experiment("running", 300, Optional.empty());

    assertThat(retention.apply(POLICY.withExperiments(2)).experiments()).isEqualTo(2);

    assertThat(stores.experiments().list(ExperimentQuery.newest(9)))
        .extracting(StoredExperiment::id)
        .containsExactly("newer", "new", "running");
  }

  @Test
  void theSpaceIsGivenBack() {
    for (int i = 0; i < 20; i++) {
      ended(SHOP, Effect.READS, 100, "x".repeat(100_000));
    }

    assertThat(retention.apply(POLICY).bytes()).isGreaterThan(1_500_000);
    assertThat(retention.apply(POLICY)).isEqualTo(new Pruned(0, 0, 0, 0, 0));
  }

  @Test
  void isAppliedOnceADayByItself() {
    ended(SHOP, Effect.READS, 91);
    assertThat(retention.applyIfDue(POLICY)).map(Pruned::runs).contains(1);
    ended(SHOP, Effect.READS, 91);

    clock.advance(Duration.ofHours(23));
    assertThat(retention.applyIfDue(POLICY)).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(retention.applyIfDue(POLICY)).map(Pruned::runs).contains(1);
  }

  @Test
  void aFolderThatCannotBeDeletedKeepsItsRunAndNoOther() throws Exception {
    Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may do all");
    Run locked = ended(SHOP, Effect.READS, 92);
    ended(SHOP, Effect.READS, 93);
    ended(SHOP, Effect.READS, 91);
    Path notes = folder(locked).resolve("notes");
    Files.setPosixFilePermissions(notes, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThatThrownBy(() -> retention.apply(POLICY))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining(folder(locked).toString());
      assertThat(kept()).containsExactly(locked.id());
    } finally {
      Files.setPosixFilePermissions(notes, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aPolicyKeepsSomething() {
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withAge(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withAge(Duration.ofDays(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withRuns(0));
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withExperiments(0));
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withObservations(0));
  }

  /** Answers for some runs that they are proposed, and by the disk whether they are restorable. */
  private static final class Standing implements RunsInUse {

    private final List<Run> proposed;

    Standing(Run... proposed) {
      this.proposed = List.of(proposed);
    }

    @Override
    public boolean isProposalOpen(Run run) {
      return proposed.contains(run);
    }

    @Override
    public boolean isRestorable(Path runFolder) {
      return Files.exists(runFolder.resolve("undo"));
    }
  }

  private Run ended(RepositoryId repository, Effect effect, int daysAgo) {
    return ended(repository, effect, daysAgo, "");
  }

  private Run ended(RepositoryId repository, Effect effect, int daysAgo, String text) {
    Instant end = daysAgo(daysAgo);
    Run run = run(repository, effect, end.minusSeconds(5));
    Run over = run.withState(RunState.queued().ended(RunStatus.SUCCEEDED, end));
    StoredArtifact artifact = new StoredArtifact("analyze", "review", "\"" + text + "\"");
    assertThat(stores.journal().add(over, List.of(artifact))).isTrue();
    write(folder(run).resolve("notes/a.txt"));
    return over;
  }

  private Run run(RepositoryId repository, Effect effect, Instant created) {
    Run like = SampleRuns.run(++number, repository, effect);
    RunPlan plan = like.plan();
    return new Run(
        like.id(),
        new RunPlan(
            plan.template(),
            plan.templateVersion(),
            plan.steps(),
            plan.scope(),
            repository,
            plan.location(),
            plan.baseCommit(),
            plan.mode(),
            plan.options(),
            effect,
            created),
        like.state());
  }

  private Run restorable(Run run) {
    write(folder(run).resolve("undo/journal.json"));
    return run;
  }

  private static RunState living(RunStatus status) {
    return RunState.queued().withStatus(status);
  }

  private void observe(RepositoryId repository, String key, int... daysAgo) {
    List<Observation> seen = new ArrayList<>();
    for (int days : daysAgo) {
      seen.add(new Observation("finding", "unused-import", 1, "", daysAgo(days)));
    }
    stores.memory().observe(repository, key, seen);
  }

  private void experiment(String id, int createdDaysAgo, Optional<Integer> endedDaysAgo) {
    stores
        .experiments()
        .create(StoredExperiment.planned(id, SHOP, "ab-test", 1, "{}", daysAgo(createdDaysAgo)));
    endedDaysAgo.ifPresent(
        days -> stores.experiments().end(id, 0, ExperimentStatus.ENDED, daysAgo(days)));
  }

  private Instant daysAgo(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private List<RunId> kept() {
    return stores.journal().list(RunQuery.newest(100)).stream().map(Run::id).toList();
  }

  private Path folder(Run run) {
    return home.resolve("runs").resolve(run.id().value());
  }

  private static void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
