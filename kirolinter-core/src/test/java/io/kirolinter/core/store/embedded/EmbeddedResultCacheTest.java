package io.kirolinter.core.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.ResultCacheContract;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedResultCacheTest extends ResultCacheContract {

  private static final long MEGABYTE = 1L << 20;

  @TempDir Path home;
  @TempDir Path temporary;

  private final List<String> notices = new ArrayList<>();

  @Override
  protected Stores open(InstantSource time) {
    return EmbeddedStores.open(home, time);
  }

  @Test
  void makesItsFileWhenItIsFirstUsed() {
    Stores stores = opening();
    assertThat(file()).doesNotExist();

    stores.cache().get(List.of("a"));

    assertThat(file()).isRegularFile();
  }

  @Test
  void canBeUsedWithoutTheOtherStores() {
    try (EmbeddedResultCache cache =
        EmbeddedResultCache.in(
            home.resolve("new/folder"), CacheLimits.standard(), clock, notices::add)) {
      cache.put(Map.of("a", "1"));

      assertThat(cache.get(List.of("a"))).isEqualTo(Map.of("a", "1"));
    }
    assertThat(home.resolve("new/folder")).isDirectoryContaining("glob:**.db");
    assertThat(home.resolve("new/folder/kirolinter.db")).doesNotExist();
  }

  @Test
  void leavesADamagedEntryOut() throws Exception {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "[1]", "b", "[2]", "c", "[3]"));
      execute("UPDATE entry SET value = '[9]' WHERE key = 'a'");
      execute("UPDATE entry SET key = 'd' WHERE key = 'c'");

      assertThat(cache.get(List.of("a", "b", "c", "d"))).isEqualTo(Map.of("b", "[2]"));

      cache.put(Map.of("a", "[1]"));
      assertThat(cache.get(List.of("a"))).isEqualTo(Map.of("a", "[1]"));
    }
  }

  @Test
  void replacesAFileThatIsNoCache() throws Exception {
    Files.writeString(file(), "z".repeat(9000));

    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      assertThat(cache.get(List.of("a"))).isEmpty();
      cache.put(Map.of("a", "1"));
      assertThat(cache.get(List.of("a"))).isEqualTo(Map.of("a", "1"));
    }
  }

  @Test
  void replacesAFileWhoseDamageShowsLater() throws Exception {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(manyEntries());
    }
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, 4096, bytes.length, (byte) 'z');
    Files.write(file(), bytes);

    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      assertThat(cache.get(List.of("key-1"))).isEmpty();
      cache.put(Map.of("a", "1"));
      assertThat(cache.get(List.of("a", "key-1"))).isEqualTo(Map.of("a", "1"));
    }
  }

  @Test
  void replacesAFileWithoutItsTables() throws Exception {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1"));
      execute("DROP TABLE entry");
      cache.put(Map.of("a", "2")); // notices it

      cache.put(Map.of("a", "3"));

      assertThat(cache.get(List.of("a"))).isEqualTo(Map.of("a", "3"));
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void believesNothingOfAFileWithFlippedBytesAndIsSoonOfUseAgain() throws Exception {
    byte[] sound = bytesOfACache();
    Random random = new Random(20261122);
    for (int round = 0; round < 150; round++) {
      byte[] damaged = sound.clone();
      for (int flip = 0; flip <= round % 20; flip++) {
        int reach = round % 3 == 0 ? 100 : damaged.length; // a third of all in the header
        damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
      }
      assertRecovers(damaged, "round " + round);
    }
  }

  @Test
  void believesNothingOfAFileThatIsCutAndIsSoonOfUseAgain() throws Exception {
    byte[] sound = bytesOfACache();
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      assertRecovers(Arrays.copyOf(sound, random.nextInt(sound.length)), "round " + round);
    }
  }

  @Test
  void deletesTheOldestWhenItGrowsTooLarge() throws Exception {
    String value = "x".repeat(10_000);
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      for (int i = 0; i < 500; i++) {
        cache.put(Map.of("key-" + i, value));
      }

      assertThat(cache.get(List.of("key-0", "key-200", "key-400"))).isEmpty();
      assertThat(cache.get(List.of("key-499", "key-480"))).hasSize(2);
    }
    assertThat(Files.size(file())).isBetween(MEGABYTE / 2, MEGABYTE * 3 / 2);
  }

  @Test
  void keepsWhatWasUsedLastWhenItGrowsTooLarge() {
    String value = "x".repeat(10_000);
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      for (int i = 0; i < 50; i++) {
        cache.put(Map.of("key-" + i, value));
      }
      clock.advance(Duration.ofDays(1));
      cache.get(List.of("key-0", "key-1"));
      for (int i = 50; i < 120; i++) {
        cache.put(Map.of("key-" + i, value));
      }

      assertThat(cache.get(List.of("key-0", "key-1", "key-2", "key-3")))
          .containsOnlyKeys("key-0", "key-1");
    }
  }

  @Test
  void deletesWhatNobodyUsedForTheGivenTime() {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1", "b", "2"));
      clock.advance(Duration.ofDays(20));
      cache.get(List.of("a"));
      clock.advance(Duration.ofDays(11));

      cache.put(Map.of("c", "3"));

      assertThat(cache.get(List.of("a", "b", "c"))).isEqualTo(Map.of("a", "1", "c", "3"));
    }
  }

  @Test
  void anEntryLargerThanAllTheSpaceIsNotKept() {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "x".repeat(2_000_000)));

      assertThat(cache.get(List.of("a"))).isEmpty();
    }
  }

  @Test
  void whatCannotBeOpenedIsLeftAloneAndSaidOnce() throws Exception {
    Files.createDirectories(file().resolve("mine"));

    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1"));
      assertThat(cache.get(List.of("a"))).isEmpty();
    }

    assertThat(file().resolve("mine")).isDirectory();
    assertThat(notices).singleElement().asString().startsWith("Cannot open data store '");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidOnce() throws Exception {
    Path noFolder = Files.writeString(home.resolve("file"), "mine");

    try (EmbeddedResultCache cache =
        EmbeddedResultCache.in(noFolder, CacheLimits.standard(), clock, notices::add)) {
      cache.put(Map.of("a", "1"));
      cache.put(Map.of("b", "1"));
      assertThat(cache.get(List.of("a"))).isEmpty();
    }

    assertThat(noFolder).hasContent("mine");
    assertThat(notices).singleElement().asString().contains("results are not kept");
  }

  @Test
  void aFullDiskIsSaidOnceAndIsNoError() throws Exception {
    try (CacheProcess process =
        CacheProcess.start(home, temporary, CacheProcess.Task.FILLS_A_SMALL_DISK, 0)) {
      List<String> told = process.rest();

      assertThat(process.exitCode()).isZero();
      assertThat(told).hasSize(2);
      assertThat(told.get(0)).startsWith("Cannot write to data store '").contains("not kept");
      assertThat(told.get(1)).isEqualTo("ended");
    }
  }

  @Test
  void theFileOfAnotherVersionIsReplaced() throws Exception {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1"));
    }
    execute("PRAGMA user_version = 99");

    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("b", "2"));
      assertThat(cache.get(List.of("a", "b"))).isEqualTo(Map.of("b", "2"));
    }
  }

  @Test
  void aWriteWhoseTurnDoesNotComeIsNoError() throws Exception {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1"));
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");

        cache.put(Map.of("b", "2"));

        assertThat(cache.get(List.of("a", "b"))).isEqualTo(Map.of("a", "1"));
      }
      cache.put(Map.of("b", "2"));
      assertThat(cache.get(List.of("a", "b"))).hasSize(2);
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void processesThatShareItGetWhatWasPutOrNothing() throws Exception {
    List<CacheProcess> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(CacheProcess.start(home, temporary, CacheProcess.Task.SHARES, i));
    }
    for (CacheProcess process : processes) {
      assertThat(process.rest()).containsExactly("sound");
      assertThat(process.exitCode()).isZero();
    }
    try (EmbeddedResultCache cache = cache(CacheLimits.standard().bytes())) {
      assertThat(cache.get(CacheProcess.keys())).isEqualTo(CacheProcess.entries());
    }
  }

  @Test
  void processesThatShareAFileBeingDamagedGetWhatWasPutOrNothing() throws Exception {
    List<CacheProcess> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(CacheProcess.start(home, temporary, CacheProcess.Task.SHARES, i));
    }
    damageUntilTheEndOf(processes);

    for (CacheProcess process : processes) {
      assertThat(process.rest()).containsExactly("sound");
      assertThat(process.exitCode()).isZero();
    }
    try (EmbeddedResultCache cache = cache(CacheLimits.standard().bytes())) {
      cache.get(CacheProcess.keys()); // may be what notices the damage
      cache.put(CacheProcess.entries());
      cache.put(CacheProcess.entries());
      assertThat(cache.get(CacheProcess.keys())).isEqualTo(CacheProcess.entries());
    }
  }

  private void damageUntilTheEndOf(List<CacheProcess> processes) throws Exception {
    Random random = new Random(42);
    while (processes.stream().anyMatch(CacheProcess::isAlive)) {
      if (Files.exists(file())) {
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
          bytes.seek(random.nextInt((int) Math.max(1, bytes.length())));
          bytes.write(random.nextInt(256));
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  private void assertRecovers(byte[] damaged, String round) throws Exception {
    Files.write(file(), damaged);
    Map<String, String> entries = manyEntries();
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      assertThat(entries.entrySet()).as(round).containsAll(cache.get(entries.keySet()).entrySet());
      cache.put(Map.of("a", "1"));
      cache.put(Map.of("a", "1")); // the first may be what notices the damage

      assertThat(cache.get(List.of("a"))).as(round).isEqualTo(Map.of("a", "1"));
      assertThat(entries.entrySet()).as(round).containsAll(cache.get(entries.keySet()).entrySet());
    }
    assertThat(notices).as(round).isEmpty();
  }

  private byte[] bytesOfACache() throws IOException {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(manyEntries());
    }
    return Files.readAllBytes(file());
  }

  private EmbeddedResultCache cache(long bytes) {
    return EmbeddedResultCache.in(
        home, new CacheLimits(bytes, Duration.ofDays(30)), clock, notices::add);
  }

  private Path file() {
    return home.resolve("cache-2.db");
  }

  private static Map<String, String> manyEntries() {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      entries.put("key-" + i, "value".repeat(100));
    }
    return entries;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
