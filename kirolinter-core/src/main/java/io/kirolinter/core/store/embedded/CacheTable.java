package io.kirolinter.core.store.embedded;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** The entries of an open cache file: what is damaged is left out, what is old is deleted. */
final class CacheTable {

  /** A value as it was found, sound or damaged. */
  private record Entry(String value, long checksum, long used) {}

  private final Database database;
  private final CacheLimits limits;
  private long cleaned = Long.MIN_VALUE;

  CacheTable(Database database, CacheLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * {@return the sound entries}
   *
   * @param today days since the epoch
   */
  Map<String, String> get(Collection<String> keys, long today) {
    List<String> notUsedToday = new ArrayList<>();
    Map<String, String> found = database.read("read", () -> sound(keys, today, notUsedToday));
    if (!notUsedToday.isEmpty()) {
      database.write("write to", () -> markUsed(notUsedToday, today));
    }
    return found;
  }

  void put(Map<String, String> entries, long today) {
    database.write("write to", () -> write(entries, today));
  }

  void close() {
    database.close();
  }

  private Map<String, String> sound(Collection<String> keys, long today, List<String> notUsedToday)
      throws SQLException {
    Map<String, String> found = new HashMap<>();
    for (String key : keys) {
      database
          .first(
              "SELECT value, checksum, used FROM entry WHERE key = ?",
              row -> new Entry(row.getString(1), row.getLong(2), row.getLong(3)),
              key)
          .filter(entry -> entry.checksum() == checksum(key, entry.value()))
          .ifPresent(
              entry -> {
                found.put(key, entry.value());
                if (entry.used() != today) {
                  notUsedToday.add(key);
                }
              });
    }
    return found;
  }

  /** Once a day for each entry, so that reading stays reading. */
  private int markUsed(List<String> keys, long today) throws SQLException {
    for (String key : keys) {
      database.update("UPDATE entry SET used = ? WHERE key = ?", today, key);
    }
    return keys.size();
  }

  private int write(Map<String, String> entries, long today) throws SQLException {
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      database.update(
          "INSERT OR REPLACE INTO entry (key, value, checksum, used) VALUES (?, ?, ?, ?)",
          entry.getKey(),
          entry.getValue(),
          checksum(entry.getKey(), entry.getValue()),
          today);
    }
    deleteOutdated(today);
    while (usedBytes() > limits.bytes() && deleteLeastRecentlyUsed() > 0) {
      // until the rest fits
    }
    return entries.size();
  }

  private void deleteOutdated(long today) throws SQLException {
    if (cleaned != today) {
      database.update("DELETE FROM entry WHERE used < ?", today - limits.age().toDays());
      cleaned = today;
    }
  }

  private long usedBytes() throws SQLException {
    long pages = database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count");
    return pages * database.number("PRAGMA page_size");
  }

  /** Among entries of one day, the order in which they were written decides. */
  private int deleteLeastRecentlyUsed() throws SQLException {
    long eighth = Math.max(1, database.number("SELECT count(*) FROM entry") / 8);
    return database.update(
        "DELETE FROM entry WHERE position IN"
            + " (SELECT position FROM entry ORDER BY used, position LIMIT ?)",
        eighth);
  }

  private static long checksum(String key, String value) {
    CRC32C sum = new CRC32C();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
    sum.update(value.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
