package io.kirolinter.core.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.ResultCacheContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedResultCacheTest extends ResultCacheContract {

  private static final long MEGABYTE = 1L << 20;

  @TempDir Path home;

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
  void anEntryLargerThanAllTheSpaceIsNotKept() {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "x".repeat(2_000_000)));

      assertThat(cache.get(List.of("a"))).isEmpty();
    }
  }

  @Test
  void whatCannotBeOpenedIsLeftAlone() throws Exception {
    Files.createDirectories(file().resolve("mine"));

    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1"));
      assertThat(cache.get(List.of("a"))).isEmpty();
    }

    assertThat(file().resolve("mine")).isDirectory();
  }

  @Test
  void theCacheOfANewerReleaseIsLeftAlone() throws Exception {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1"));
    }
    execute("PRAGMA user_version = 99");
    byte[] before = Files.readAllBytes(file());

    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("b", "2"));
      assertThat(cache.get(List.of("a", "b"))).isEmpty();
    }

    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void aWriteThatCannotBeDoneIsNoError() throws Exception {
    try (EmbeddedResultCache cache = cache(MEGABYTE)) {
      cache.put(Map.of("a", "1"));
      execute("CREATE TRIGGER no BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'no'); END");

      cache.put(Map.of("b", "2"));

      assertThat(cache.get(List.of("a", "b"))).isEqualTo(Map.of("a", "1"));
    }
  }

  private EmbeddedResultCache cache(long maxBytes) {
    return new EmbeddedResultCache(file(), maxBytes);
  }

  private Path file() {
    return home.resolve("cache.db");
  }

  private static Map<String, String> manyEntries() {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      entries.put("key-" + i, "value".repeat(100));
    }
    return entries;
  }

  private void execute(String sql) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
