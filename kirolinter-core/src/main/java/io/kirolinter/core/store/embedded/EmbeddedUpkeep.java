package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.store.Upkeep;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Turns in the table {@code turn}, and the pages of the file that hold nothing any more. */
final class EmbeddedUpkeep implements Upkeep {

  /** Pages freed by one transaction: some milliseconds, in which others wait. */
  private static final int BATCH = 256;

  /** Of files made before pages could be freed one by one: beyond it, that takes too long. */
  private static final long LARGEST_TO_COPY = 256L << 20;

  private final Database database;
  private final InstantSource clock;

  EmbeddedUpkeep(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean takeTurn(String chore, Duration interval) {
    Instant now = clock.instant();
    return database.read("read a turn from", () -> isFree(chore, interval, now))
        && database.write("take a turn in", () -> isFree(chore, interval, now) && take(chore, now));
  }

  @Override
  public long reclaim(Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    long before = size();
    try {
      makeReclaimable();
      while (free() > 0 && System.nanoTime() - deadline < 0) {
        database.write(
            "free space in", () -> database.run("PRAGMA incremental_vacuum(" + BATCH + ")"));
      }
      database.alone("free space in", () -> database.run("PRAGMA wal_checkpoint(PASSIVE)"));
    } catch (StoreException e) {
      if (!StoreTrouble.isBusy(e)) {
        throw e;
      }
    }
    return Math.max(0, before - size());
  }

  private void makeReclaimable() {
    boolean needed = number("PRAGMA auto_vacuum") == 0 && free() > 0 && size() <= LARGEST_TO_COPY;
    if (needed) {
      database.alone(
          "free space in",
          () -> {
            database.execute("PRAGMA auto_vacuum = INCREMENTAL");
            return database.run("VACUUM");
          });
    }
  }

  private boolean isFree(String chore, Duration interval, Instant now) throws SQLException {
    return database
        .first(
            "SELECT at FROM turn WHERE chore = ?",
            row -> EpochNanos.toInstant(row.getLong(1)),
            chore)
        .filter(last -> !last.isAfter(now) && now.isBefore(last.plus(interval)))
        .isEmpty();
  }

  private boolean take(String chore, Instant now) throws SQLException {
    return database.update(
            "INSERT INTO turn (chore, at) VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at",
            chore,
            EpochNanos.of(now))
        == 1;
  }

  private long free() {
    return number("PRAGMA freelist_count");
  }

  private long size() {
    return number("PRAGMA page_count") * number("PRAGMA page_size");
  }

  private long number(String pragma) {
    return database.read("look at", () -> database.number(pragma));
  }
}
