package io.kirolinter.core.store.embedded;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The memory in the tables {@code observation}, {@code observed} and {@code counter}. */
final class EmbeddedPatternMemory implements PatternMemory {

  private final Database database;
  private final InstantSource clock;

  EmbeddedPatternMemory(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void observe(RepositoryId repository, String key, Collection<Observation> observations) {
    database.write(
        "write observations to",
        () -> {
          if (isNew(repository, key)) {
            append(repository, observations);
          }
          return key;
        });
  }

  @Override
  public List<Observation> observations(RepositoryId repository, String kind, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, was " + limit);
    }
    return database.read(
        "read observations from",
        () ->
            database.query(
                "SELECT kind, subject, weight, detail, at FROM observation"
                    + " WHERE repository = ? AND kind = ? ORDER BY at DESC, position DESC LIMIT ?",
                EmbeddedPatternMemory::observation,
                repository.value(),
                kind,
                limit));
  }

  @Override
  public List<Pattern> patterns(
      RepositoryId repository, String kind, Duration halfLife, Instant now) {
    if (halfLife.isNegative() || halfLife.isZero()) {
      throw new IllegalArgumentException("halfLife must be > 0, was " + halfLife);
    }
    return database.read(
        "read patterns from",
        () ->
            database.query(
                "SELECT subject, count(*), sum(weight * pow(0.5, max(0, ? - at) / ?)) AS decayed,"
                    + " max(at) FROM observation WHERE repository = ? AND kind = ?"
                    + " GROUP BY subject ORDER BY decayed DESC, subject",
                row ->
                    new Pattern(
                        kind,
                        row.getString(1),
                        row.getInt(2),
                        row.getDouble(3),
                        EpochNanos.toInstant(row.getLong(4))),
                EpochNanos.of(now),
                halfLife.getSeconds() * 1e9 + halfLife.getNano(),
                repository.value(),
                kind));
  }

  @Override
  public long increment(RepositoryId repository, String counter, long by) {
    return database.write(
        "count in",
        () ->
            database
                .first(
                    "INSERT INTO counter (repository, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET value = value + excluded.value"
                        + " RETURNING value",
                    row -> row.getLong(1),
                    repository.value(),
                    counter,
                    by)
                .orElseThrow());
  }

  @Override
  public long counter(RepositoryId repository, String counter) {
    return database.read(
        "read a counter from",
        () ->
            database
                .first(
                    "SELECT value FROM counter WHERE repository = ? AND name = ?",
                    row -> row.getLong(1),
                    repository.value(),
                    counter)
                .orElse(0L));
  }

  @Override
  public int forgetBefore(RepositoryId repository, Instant oldest) {
    long limit = EpochNanos.of(oldest);
    return database.write(
        "delete observations of",
        () -> {
          database.update(
              "DELETE FROM observed WHERE repository = ? AND at < ?", repository.value(), limit);
          return database.update(
              "DELETE FROM observation WHERE repository = ? AND at < ? AND kind NOT LIKE ?",
              repository.value(),
              limit,
              LASTING + "%");
        });
  }

  @Override
  public int forgetBeyond(RepositoryId repository, int keep) {
    if (keep < 1) {
      throw new IllegalArgumentException("keep must be >= 1, was " + keep);
    }
    return database.write(
        "delete observations of",
        () ->
            database.update(
                "DELETE FROM observation WHERE position IN (SELECT position FROM"
                    + " (SELECT position, row_number() OVER"
                    + " (PARTITION BY kind ORDER BY at DESC, position DESC) AS age"
                    + " FROM observation WHERE repository = ?) WHERE age > ?)",
                repository.value(),
                keep));
  }

  @Override
  public int forgetIf(RepositoryId repository, String kind, Predicate<Observation> unwanted) {
    return database.write(
        "delete observations of",
        () -> {
          int deleted = 0;
          for (Placed one : placed(repository, kind)) {
            if (unwanted.test(one.observation())) {
              deleted +=
                  database.update("DELETE FROM observation WHERE position = ?", one.position());
            }
          }
          return deleted;
        });
  }

  private record Placed(long position, Observation observation) {}

  private List<Placed> placed(RepositoryId repository, String kind) throws SQLException {
    return database.query(
        "SELECT kind, subject, weight, detail, at, position FROM observation"
            + " WHERE repository = ? AND kind = ?",
        row -> new Placed(row.getLong(6), observation(row)),
        repository.value(),
        kind);
  }

  @Override
  public Set<RepositoryId> repositories() {
    return database.read(
        "list the repositories of",
        () ->
            Set.copyOf(
                database.query(
                    "SELECT repository FROM observation UNION SELECT repository FROM observed"
                        + " UNION SELECT repository FROM counter",
                    row -> new RepositoryId(row.getString(1)))));
  }

  @Override
  public void forget(RepositoryId repository) {
    database.write(
        "delete memories of",
        () -> {
          database.update("DELETE FROM observation WHERE repository = ?", repository.value());
          database.update("DELETE FROM observed WHERE repository = ?", repository.value());
          database.update("DELETE FROM counter WHERE repository = ?", repository.value());
          return repository;
        });
  }

  private static Observation observation(ResultSet row) throws SQLException {
    return new Observation(
        row.getString(1),
        row.getString(2),
        row.getDouble(3),
        row.getString(4),
        EpochNanos.toInstant(row.getLong(5)));
  }

  private boolean isNew(RepositoryId repository, String key) throws SQLException {
    return database.update(
            "INSERT INTO observed (repository, key, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            repository.value(),
            key,
            EpochNanos.of(clock.instant()))
        == 1;
  }

  private void append(RepositoryId repository, Collection<Observation> observations)
      throws SQLException {
    for (Observation observation : observations) {
      database.update(
          "INSERT INTO observation (repository, kind, at, subject, weight, detail)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          repository.value(),
          observation.kind(),
          EpochNanos.of(observation.at()),
          observation.subject(),
          observation.weight(),
          observation.detail());
    }
  }
}
