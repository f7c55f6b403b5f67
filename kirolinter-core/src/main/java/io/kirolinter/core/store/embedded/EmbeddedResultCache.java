package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.store.ResultCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Results in a file of their own, which is opened by the first use and may be deleted at any time.
 *
 * <p>No failure reaches the caller: the results are computed again then. A damaged file is deleted
 * and begun anew; a file that cannot be used is left alone for as long as this object lives.
 */
final class EmbeddedResultCache implements ResultCache, AutoCloseable {

  /** Whether the file is open, may be opened, or must be left alone. */
  private enum State {
    NOT_OPEN,
    OPEN,
    LEFT_ALONE
  }

  /** A value as it was found, sound or damaged. */
  private record Entry(String value, long checksum) {}

  private final Path file;
  private final long maxBytes;
  private final Object guard = new Object();
  private State state = State.NOT_OPEN;
  private Optional<Database> database = Optional.empty();

  /**
   * Opens nothing yet.
   *
   * @param maxBytes when the entries take more space than this, the oldest are deleted
   */
  EmbeddedResultCache(Path file, long maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
  }

  @Override
  public Map<String, String> get(Collection<String> keys) {
    return use(Map.of(), open -> open.read("read", () -> read(open, keys)));
  }

  @Override
  public void put(Map<String, String> entries) {
    use(0, open -> open.write("write to", () -> write(open, entries)));
  }

  @Override
  public void close() {
    synchronized (guard) {
      state = State.LEFT_ALONE;
      database.ifPresent(Database::close);
      database = Optional.empty();
    }
  }

  private <T> T use(T without, Function<Database, T> work) {
    synchronized (guard) {
      try {
        return opened().map(work).orElse(without);
      } catch (StoreException e) {
        startAnewIfDamaged(e);
        return without; // nothing kept, or nothing found: the caller computes it again
      }
    }
  }

  private Optional<Database> opened() {
    if (state == State.NOT_OPEN) {
      state = State.LEFT_ALONE; // unless the next line says otherwise
      database = Optional.of(openOrBeginAnew());
      state = State.OPEN;
    }
    return database;
  }

  private Database openOrBeginAnew() {
    try {
      return open();
    } catch (StoreException e) {
      if (!isDamage(e) || !deleted()) {
        throw e;
      }
      return open();
    }
  }

  private Database open() {
    return Database.open(file, Schema.CACHE, Durability.DISPOSABLE);
  }

  private void startAnewIfDamaged(StoreException e) {
    if (isDamage(e) && state == State.OPEN) {
      close();
      state = deleted() ? State.NOT_OPEN : State.LEFT_ALONE;
    }
  }

  private boolean deleted() {
    try {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      }
      return true;
    } catch (IOException e) {
      return false; // another process has it open, where that forbids deletion
    }
  }

  private int write(Database open, Map<String, String> entries) throws SQLException {
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      open.update(
          "INSERT OR REPLACE INTO entry (key, value, checksum) VALUES (?, ?, ?)",
          entry.getKey(),
          entry.getValue(),
          checksum(entry.getKey(), entry.getValue()));
    }
    while (usedBytes(open) > maxBytes && deleteOldest(open) > 0) {
      // until the rest fits
    }
    return entries.size();
  }

  private static Map<String, String> read(Database open, Collection<String> keys)
      throws SQLException {
    Map<String, String> found = new HashMap<>();
    for (String key : keys) {
      open.first(
              "SELECT value, checksum FROM entry WHERE key = ?",
              row -> new Entry(row.getString(1), row.getLong(2)),
              key)
          .filter(entry -> entry.checksum() == checksum(key, entry.value()))
          .ifPresent(entry -> found.put(key, entry.value()));
    }
    return found;
  }

  private static long usedBytes(Database open) throws SQLException {
    long pages = open.number("PRAGMA page_count") - open.number("PRAGMA freelist_count");
    return pages * open.number("PRAGMA page_size");
  }

  /** Deletes about an eighth of the entries. */
  private static int deleteOldest(Database open) throws SQLException {
    long first = open.number("SELECT min(position) FROM entry");
    long last = open.number("SELECT max(position) FROM entry");
    return open.update("DELETE FROM entry WHERE position <= ?", first + (last - first) / 8);
  }

  private static boolean isDamage(StoreException e) {
    return e.getCause() instanceof SQLException cause && StoreTrouble.isDamage(cause);
  }

  private static long checksum(String key, String value) {
    CRC32C sum = new CRC32C();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
    sum.update(value.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
