package io.kirolinter.core.store.embedded;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.changing;
import static io.kirolinter.core.testkit.SampleRuns.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one release has written, the next one reads. */
class StoreUpgradeTest {

  private static final Instant THEN = Instant.parse("2026-11-22T18:15:30Z");

  @TempDir Path home;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

  @BeforeEach
  void aStoreOfVersion1() throws Exception {
    execute(statements("/store/version-1.sql"));
  }

  @Test
  void runsAndTheirArtifactsAreAsTheyWere() {
    try (EmbeddedStores stores = open()) {
      Run over = changing(1).withState(endedState());

      assertThat(stores.journal().list(RunQuery.newest(9)))
          .containsExactly(reading(2).withState(running()), over);
      assertThat(stores.journal().artifacts(over.id()))
          .containsExactly(
              new StoredArtifact("analyze", "review", "{\"findings\":[],\"note\":\"Ä's\"}"),
              new StoredArtifact("fix", "fix-set", "{\"fixes\":[]}"));
    }
  }

  @Test
  void runsOfAnEarlierReleaseAreCounted() {
    try (EmbeddedStores stores = open()) {
      assertThat(facts(stores))
          .containsExactly(
              RunFacts.of(
                  changing(1).withState(endedState()),
                  stores.journal().artifacts(changing(1).id())));
    }
  }

  @Test
  void aRunThatAnEarlierReleaseBeganIsCountedOnceItEnds() {
    try (EmbeddedStores stores = open()) {
      Lease lease = new Lease(reading(2).id(), "here", 1, Instant.parse("2026-11-22T18:15:36Z"));

      stores.journal().checkpoint(lease, running().ended(RunStatus.FAILED, THEN), Optional.empty());

      assertThat(facts(stores))
          .extracting(RunFacts::status)
          .containsExactly(RunStatus.SUCCEEDED, RunStatus.FAILED);
    }
  }

  @Test
  void whoHoldsARunAndWhoWantsItStoppedAreStillKnown() {
    try (EmbeddedStores stores = open()) {
      Instant end = Instant.parse("2026-11-22T18:15:36Z");
      Lease lease = new Lease(reading(2).id(), "here", 1, end);

      assertThat(stores.journal().holder(lease.run())).contains(lease);
      assertThat(stores.journal().isCancelRequested(lease.run())).isTrue();
      stores
          .journal()
          .checkpoint(lease, running().ended(RunStatus.CANCELLED, THEN), Optional.empty());

      assertThat(stores.journal().find(lease.run()).orElseThrow().state().status())
          .isEqualTo(RunStatus.CANCELLED);
    }
  }

  @Test
  void whatWasLearnedIsStillKnownAndNotLearnedTwice() {
    Observation seen = new Observation("finding", "unused-import", 2.5, "in A.java", THEN);
    try (EmbeddedStores stores = open()) {
      stores.memory().observe(REPOSITORY, "run-1/learn", List.of(seen));

      assertThat(stores.memory().observations(REPOSITORY, "finding", 9)).containsExactly(seen);
      assertThat(stores.memory().observations(REPOSITORY, "fix-applied", 9)).hasSize(1);
      assertThat(stores.memory().counter(REPOSITORY, "runs")).isEqualTo(3);
    }
  }

  @Test
  void jobsAreStillDue() {
    try (EmbeddedStores stores = open()) {
      assertThat(stores.jobs().list())
          .containsExactly(
              new Job(
                  "monitor@github.com/acme/shop",
                  REPOSITORY,
                  "/home/ann/shop",
                  "monitor",
                  RunOptions.applyingTo(ApplyTarget.NONE),
                  Schedule.every(Duration.ofHours(24)),
                  JobState.dueAt(Optional.of(THEN.plusSeconds(60)))));
    }
  }

  @Test
  void whatIsNewCanBeUsedAndStaysAfterAnotherOpening() throws Exception {
    StoredExperiment plan =
        StoredExperiment.planned("ab-1", REPOSITORY, "ab-test", 1, "{}", clock.instant());
    try (EmbeddedStores stores = open()) {
      assertThat(stores.experiments().create(plan)).isTrue();
    }

    try (EmbeddedStores stores = open()) {
      assertThat(stores.experiments().find("ab-1")).contains(plan);
      assertThat(stores.database().number("PRAGMA user_version"))
          .isEqualTo(Schema.STORES.version());
    }
  }

  @Test
  void anUpgradedStoreIsLikeANewOne() throws Exception {
    open().close();
    Path fresh = home.resolve("fresh");
    EmbeddedStores.open(fresh, clock).close();

    assertThat(tables(home)).isEqualTo(tables(fresh)).isNotEmpty();
  }

  @Test
  void manyUpgradeAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> opening = this::openAndCountRuns;
      for (Future<Integer> count : threads.invokeAll(Collections.nCopies(8, opening))) {
        assertThat(count.get()).isEqualTo(2);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aStoreOfANewerReleaseStaysByteForByte() throws Exception {
    execute(List.of("PRAGMA user_version = 99", "CREATE TABLE new_things (a TEXT)"));
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer release, in version 99")
        .hasMessageContaining("Use the newer release")
        .hasMessageContaining("nothing was changed");

    assertThat(file()).hasBinaryContent(before);
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void anUpgradeThatIsCutOffLeavesTheOldVersion() throws Exception {
    execute(List.of("CREATE TABLE turn (in_the_way TEXT)"));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("already exists");

    execute(List.of("DROP TABLE turn"));
    try (EmbeddedStores stores = open()) {
      assertThat(stores.journal().list(RunQuery.newest(9))).hasSize(2);
    }
  }

  @Test
  void deletedRunsGiveTheirSpaceBackAlsoInAnUpgradedStore() throws Exception {
    try (EmbeddedStores stores = open()) {
      assertThat(stores.database().number("PRAGMA auto_vacuum")).isZero();

      assertThat(SpaceOf.deletedRuns(stores, 20)).isGreaterThan(1_000_000);

      assertThat(stores.database().number("PRAGMA auto_vacuum")).isEqualTo(2);
      assertThat(stores.journal().list(RunQuery.newest(9))).hasSize(2);
    }
  }

  private static RunState running() {
    return RunState.queued().withStatus(RunStatus.RUNNING);
  }

  private static RunState endedState() {
    StepRecord analyze =
        StepRecord.started("analyze", THEN)
            .ended(
                StepOutcome.SUCCEEDED,
                THEN.plusMillis(412),
                "1 finding in 2 files.",
                Optional.empty());
    return running().withStep(analyze).ended(RunStatus.SUCCEEDED, THEN.plusSeconds(2));
  }

  private static List<RunFacts> facts(EmbeddedStores stores) {
    List<RunFacts> found = new ArrayList<>();
    stores.facts().visit(FactsQuery.all(), found::add);
    return found;
  }

  private int openAndCountRuns() {
    try (EmbeddedStores stores = open()) {
      return stores.journal().list(RunQuery.newest(9)).size();
    }
  }

  private EmbeddedStores open() {
    return EmbeddedStores.open(home, clock);
  }

  private Path file() {
    return home.resolve("kirolinter.db");
  }

  private static List<String> tables(Path folder) throws SQLException {
    Path file = folder.resolve("kirolinter.db");
    try (Database database = Database.open(file, Schema.STORES, Durability.LASTING)) {
      return database.query(
          "SELECT type || name || sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name",
          row -> row.getString(1).replaceAll("\\s+", " "));
    }
  }

  private void execute(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> statements(String resource) throws IOException {
    try (InputStream in = StoreUpgradeTest.class.getResourceAsStream(resource)) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ArrayList<>(List.of(script.split(";\n")));
    }
  }
}
