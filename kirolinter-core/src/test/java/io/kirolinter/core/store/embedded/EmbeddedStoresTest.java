package io.kirolinter.core.store.embedded;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.changing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStoresTest {

  private static final StoredArtifact LARGE =
      new StoredArtifact("analyze", "review", "\"" + "x".repeat(2_000_000) + "\"");

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

  @ParameterizedTest
  @ValueSource(strings = {"a/b/c", "with space", "what?mode=memory", "100%25#x", "ünïcode-数据"})
  void opensAnyFolderAndKeepsDataThere(String name) {
    Path home = folder.resolve(name);
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      stores.memory().increment(REPOSITORY, "runs", 3);
    }

    assertThat(home.resolve("kirolinter.db")).isRegularFile();
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      assertThat(stores.memory().counter(REPOSITORY, "runs")).isEqualTo(3);
    }
  }

  @Test
  void everyCommitIsSyncedAndWaitsForOthers() throws Exception {
    try (EmbeddedStores stores = open()) {
      Database database = stores.database();
      assertThat(database.first("PRAGMA journal_mode", row -> row.getString(1))).contains("wal");
      assertThat(database.number("PRAGMA synchronous")).isEqualTo(2);
      assertThat(database.number("PRAGMA busy_timeout")).isGreaterThanOrEqualTo(10_000);
    }
  }

  @Test
  void manyOpenAFreshFolderAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        counts.add(threads.submit(this::openAndCount));
      }
      List<Long> values = new ArrayList<>();
      for (Future<Long> count : counts) {
        values.add(count.get());
      }
      assertThat(values).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anIdleOpeningDoesNotShutOthersOut() throws Exception {
    try (EmbeddedStores idle = open();
        EmbeddedStores busy = open()) {
      idle.memory().increment(REPOSITORY, "runs", 1);
      busy.database().execute("PRAGMA busy_timeout = 50");

      assertThat(busy.memory().increment(REPOSITORY, "runs", 1)).isEqualTo(2);
    }
  }

  @Test
  void anInterruptedThreadStillWritesAndStaysInterrupted() {
    try (EmbeddedStores stores = open()) {
      Thread.currentThread().interrupt();

      stores.memory().increment(REPOSITORY, "runs", 1);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(stores.memory().counter(REPOSITORY, "runs")).isEqualTo(1);
    }
  }

  @Test
  void closedStoresSayThatTheyAreClosed() {
    EmbeddedStores stores = open();
    stores.close();
    stores.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> stores.memory().counter(REPOSITORY, "runs"))
        .withMessageContaining("closed");
    assertThat(stores.cache().get(List.of("a"))).isEmpty();
  }

  @Test
  void aDataFolderThatIsAFileIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

    for (Path home : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> EmbeddedStores.open(home, clock))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Cannot open data folder '" + home + "'")
          .hasMessageContaining("Choose another data folder");
    }

    assertThat(file).hasContent("mine");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDataFolderThatNobodyCanWriteToIsNamed() {
    Path home = Path.of("/proc/self");

    assertThatThrownBy(() -> EmbeddedStores.open(home, clock))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("/proc/self/kirolinter.db")
        .hasMessageContaining("not writable");
  }

  @Test
  void aStoreThatBecameReadOnlySaysSo() throws Exception {
    try (EmbeddedStores stores = open()) {
      stores.database().execute("PRAGMA query_only = 1");

      assertThatThrownBy(() -> stores.memory().increment(REPOSITORY, "runs", 1))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("kirolinter.db")
          .hasMessageContaining("not writable");
      assertThat(stores.memory().counter(REPOSITORY, "runs")).isZero();
    }
  }

  @Test
  void aFileThatIsNoStoreIsNamedAndLeftAsItIs() throws Exception {
    Path file = folder.resolve("kirolinter.db");
    byte[] garbage = new byte[8192];
    Arrays.fill(garbage, (byte) 'z');
    Files.write(file, garbage);

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("damaged")
        .hasMessageContaining("kirolinter doctor --repair");

    assertThat(file).hasBinaryContent(garbage);
    assertThat(names()).containsExactly("kirolinter.db");
  }

  @Test
  void aDamagedPageIsNamedWhenItIsRead() throws Exception {
    Path file = folder.resolve("kirolinter.db");
    try (EmbeddedStores stores = open()) {
      checkpoint(stores, LARGE);
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 'z');
    Files.write(file, bytes);

    try (EmbeddedStores stores = open()) {
      assertThatThrownBy(() -> stores.journal().artifacts(changing(1).id()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("damaged");
    }
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void aStoreOfANewerReleaseIsRefusedAndNotChanged() throws Exception {
    open().close();
    execute("PRAGMA user_version = 99");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer release, in version 99")
        .hasMessageContaining("version " + Schema.STORES.version() + " or older");

    assertThat(version()).isEqualTo(99);
  }

  @Test
  void anOlderStoreIsUpgradedWithItsData() throws Exception {
    Path file = folder.resolve("x.db");
    Schema first = new Schema(List.of(List.of("CREATE TABLE t (a INTEGER)")));
    Schema second =
        new Schema(List.of(first.upgrades().get(0), List.of("ALTER TABLE t ADD COLUMN b TEXT")));
    try (Database database = Database.open(file, first, Durability.LASTING)) {
      database.update("INSERT INTO t VALUES (7)");
    }

    try (Database database = Database.open(file, second, Durability.LASTING)) {
      assertThat(database.first("SELECT a FROM t WHERE b IS NULL", row -> row.getLong(1)))
          .contains(7L);
      assertThat(database.number("PRAGMA user_version")).isEqualTo(2);
    }
  }

  @Test
  void anUpgradeThatFailsChangesNothing() throws Exception {
    Path file = folder.resolve("x.db");
    Schema broken = new Schema(List.of(List.of("CREATE TABLE t (a)", "CREATE TABLE t (a)")));

    assertThatThrownBy(() -> Database.open(file, broken, Durability.LASTING))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("already exists");

    Schema sound = new Schema(List.of(List.of("CREATE TABLE t (a)")));
    try (Database database = Database.open(file, sound, Durability.LASTING)) {
      assertThat(database.number("SELECT count(*) FROM t")).isZero();
    }
  }

  @Test
  void aFullDiskIsNamedAndNothingIsHalfWritten() throws Exception {
    try (EmbeddedStores stores = open()) {
      Lease lease = start(stores);
      long pages = stores.database().number("PRAGMA page_count");
      stores.database().execute("PRAGMA max_page_count = " + (pages + 10));

      assertThatThrownBy(() -> checkpoint(stores, lease, LARGE))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("the disk is full")
          .hasMessageContaining("Free some space");

      assertThat(stores.journal().find(lease.run())).contains(changing(1));
      assertThat(stores.journal().artifacts(lease.run())).isEmpty();
      stores.database().execute("PRAGMA max_page_count = 100000");
      checkpoint(stores, lease, LARGE);
      assertThat(stores.journal().artifacts(lease.run())).containsExactly(LARGE);
    }
  }

  @Test
  void aWriterWhoWaitedTooLongSaysSoAndCanTryAgain() throws Exception {
    try (EmbeddedStores stores = open();
        Connection other = connect()) {
      stores.database().execute("PRAGMA busy_timeout = 20");
      other.createStatement().execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> stores.memory().increment(REPOSITORY, "runs", 1))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another process kept it locked");
      assertThat(stores.memory().counter(REPOSITORY, "runs")).isZero();

      other.createStatement().execute("ROLLBACK");
      assertThat(stores.memory().increment(REPOSITORY, "runs", 1)).isEqualTo(1);
    }
  }

  @Test
  void anUnexpectedErrorIsPassedOnInTheWordsOfTheStore() throws Exception {
    try (EmbeddedStores stores = open()) {
      execute("DROP TABLE counter");

      assertThatThrownBy(() -> stores.memory().counter(REPOSITORY, "runs"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("no such table: counter")
          .hasRootCauseInstanceOf(SQLException.class);
    }
  }

  private Long openAndCount() {
    try (EmbeddedStores stores = open()) {
      return stores.memory().increment(REPOSITORY, "runs", 1);
    }
  }

  private EmbeddedStores open() {
    return EmbeddedStores.open(folder, clock);
  }

  private static Lease start(EmbeddedStores stores) {
    return stores
        .journal()
        .create(changing(1), "here", Duration.ofSeconds(5))
        .granted()
        .orElseThrow();
  }

  private static void checkpoint(EmbeddedStores stores, StoredArtifact artifact) {
    checkpoint(stores, start(stores), artifact);
  }

  private static void checkpoint(EmbeddedStores stores, Lease lease, StoredArtifact artifact) {
    RunState running = RunState.queued().withStatus(RunStatus.RUNNING);
    stores.journal().checkpoint(lease, running, Optional.of(artifact));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kirolinter.db"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int version() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.getInt(1);
    }
  }
}
