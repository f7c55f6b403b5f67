package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.history.FactsText;
import io.kirolinter.core.history.PackedFacts;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.repository.RepositoryId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Facts of all runs of a day as one text, in the table {@code facts_day}: that a hundred thousand
 * of them are read at once. What is not there is read run by run, and put there for the next time.
 *
 * <p>A day is one of UTC, by when its runs were made. Triggers delete the text of a day that gains
 * or loses a run, whoever writes it, so that there is never one that is not true.
 */
final class FactsDays {

  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private static final String LINES =
      "SELECT facts FROM run_facts WHERE repository = ? AND created >= ? AND created < ?"
          + " ORDER BY created, run";

  /** From one day in which a run was made to the next one, by the index. */
  private static final String NOT_PACKED =
      """
      WITH RECURSIVE found (day) AS (
        SELECT (SELECT created / 86400000000000 FROM run_facts
                WHERE repository = ?1 AND created >= ?2 AND created < ?3 ORDER BY created LIMIT 1)
        UNION ALL
        SELECT (SELECT created / 86400000000000 FROM run_facts
                WHERE repository = ?1 AND created >= (day + 1) * 86400000000000 AND created < ?3
                ORDER BY created LIMIT 1)
        FROM found WHERE day IS NOT NULL)
      SELECT day FROM found WHERE day IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM facts_day WHERE repository = ?1 AND facts_day.day = found.day)
      """;

  /** Days that are unpacked on another thread while those before them are looked at. */
  private static final int AHEAD = 4;

  private record Day(long number, CompletableFuture<Optional<List<RunFacts>>> packed) {}

  private final Database database;
  private final InstantSource clock;

  FactsDays(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Packs the days that lie in this time and are over, as far as they are not packed. */
  void pack(RepositoryId repository, long from, long until) {
    try {
      long end = dayOf(Math.min(until, EpochNanos.of(clock.instant()))) * DAY;
      for (long day : notPacked(repository, firstDay(from) * DAY, end)) {
        pack(repository, day);
      }
    } catch (StoreException e) {
      return; // as on a full disk: whoever only reads can go on, run by run
    }
  }

  /** Shows the runs that were made in this time. */
  void visit(RepositoryId repository, long from, long until, Consumer<RunFacts> visitor)
      throws SQLException {
    Iterator<Long> ahead = packed(repository, firstDay(from), dayOf(until)).iterator();
    Deque<Day> days = new ArrayDeque<>();
    long next = from;
    do {
      while (ahead.hasNext() && days.size() < AHEAD) {
        days.add(day(repository, ahead.next()));
      }
      long end = days.isEmpty() ? until : days.element().number() * DAY;
      visitEach(repository, next, end, visitor);
      if (!days.isEmpty()) {
        visitDay(repository, days.element(), visitor);
        next = end + DAY;
      }
    } while (days.poll() != null);
  }

  private List<Long> notPacked(RepositoryId repository, long begin, long end) {
    return database.read(
        FactsTable.READING,
        () -> database.query(NOT_PACKED, row -> row.getLong(1), repository.value(), begin, end));
  }

  private void pack(RepositoryId repository, long day) {
    database.write(
        "pack the facts of runs in",
        () ->
            database.update(
                "INSERT INTO facts_day (repository, day, runs) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO NOTHING",
                repository.value(),
                day,
                PackedFacts.of(runs(repository, day))));
  }

  private List<RunFacts> runs(RepositoryId repository, long day) throws SQLException {
    return database.query(
        LINES,
        row -> FactsText.read(repository, row.getString(1)),
        repository.value(),
        day * DAY,
        (day + 1) * DAY);
  }

  private List<Long> packed(RepositoryId repository, long first, long end) throws SQLException {
    return database.query(
        "SELECT day FROM facts_day WHERE repository = ? AND day >= ? AND day < ? ORDER BY day",
        row -> row.getLong(1),
        repository.value(),
        first,
        end);
  }

  private Day day(RepositoryId repository, long day) throws SQLException {
    byte[] text =
        database
            .first(
                "SELECT runs FROM facts_day WHERE repository = ? AND day = ?",
                row -> row.getBytes(1),
                repository.value(),
                day)
            .orElseThrow();
    return new Day(day, PackedFacts.readAhead(repository, () -> text));
  }

  private void visitDay(RepositoryId repository, Day day, Consumer<RunFacts> visitor)
      throws SQLException {
    Optional<List<RunFacts>> packed = day.packed().join();
    List<RunFacts> runs = packed.isPresent() ? packed.get() : runs(repository, day.number());
    runs.forEach(visitor);
  }

  private void visitEach(RepositoryId repository, long from, long until, Consumer<RunFacts> visitor)
      throws SQLException {
    if (from < until) {
      database.visit(
          LINES,
          row -> FactsText.read(repository, row.getString(1)),
          visitor,
          repository.value(),
          from,
          until);
    }
  }

  /** The first day that lies in a time as a whole; there is none before 1970. */
  private static long firstDay(long from) {
    return from <= DAY ? 1 : -Math.floorDiv(-from, DAY);
  }

  private static long dayOf(long nanos) {
    return Math.floorDiv(nanos, DAY);
  }
}
