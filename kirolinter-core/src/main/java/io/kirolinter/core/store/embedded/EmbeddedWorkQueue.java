package io.kirolinter.core.store.embedded;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.core.work.WorkQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The queue in the tables {@code queued}, a row for each run, and {@code line}, a row for each
 * repository that has some. Only the first run of a line is ever delivered, and it stays the first
 * until it is acknowledged: so a repository is busy exactly if its first run is held.
 */
final class EmbeddedWorkQueue implements WorkQueue {

  /** The first run of a repository, as it stands in the queue. */
  private record Front(RunId run, RepositoryId repository, long token, int refusals) {

    static Front of(ResultSet row) throws SQLException {
      return new Front(
          RunId.of(row.getString(1)),
          new RepositoryId(row.getString(2)),
          row.getLong(3),
          row.getInt(4));
    }

    Delivery to(String worker) {
      return new Delivery(run, repository, worker, token + 1, refusals);
    }
  }

  private static final String NEXT_FRONT =
      """
      SELECT queued.run, queued.repository, queued.token, queued.refusals
      FROM line JOIN queued ON queued.position =
        (SELECT min(position) FROM queued AS any WHERE any.repository = line.repository)
      WHERE line.not_before <= ? AND (queued.worker IS NULL OR queued.touched <= ?)
      ORDER BY line.turn LIMIT 1""";

  private static final String HELD = " WHERE run = ? AND worker = ? AND token = ?";
  private static final String NEXT_TURN = "(SELECT coalesce(max(turn), 0) + 1 FROM line)";

  private final Database database;
  private final InstantSource clock;

  EmbeddedWorkQueue(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean offer(RunId run, RepositoryId repository) {
    return database.write(
        "queue a run in",
        () -> {
          boolean added =
              database.update(
                      "INSERT INTO queued (run, repository) VALUES (?, ?) ON CONFLICT DO NOTHING",
                      run.value(),
                      repository.value())
                  == 1;
          database.update(
              "INSERT INTO line (repository, turn) VALUES (?, "
                  + NEXT_TURN
                  + ")"
                  + " ON CONFLICT DO NOTHING",
              repository.value());
          return added;
        });
  }

  @Override
  public Optional<Delivery> take(String worker, Duration idle) {
    // Asked for often and mostly in vain: the lock of the writers is left alone as long as it is.
    boolean isThere = database.read("look at the queue of", () -> front(idle)).isPresent();
    return isThere
        ? database.write("take a run of", () -> deliver(front(idle), worker))
        : Optional.empty();
  }

  @Override
  public boolean extend(Delivery delivery) {
    return database.write(
        "extend a delivery in",
        () ->
            database.update(
                    "UPDATE queued SET touched = ?" + HELD,
                    clock.millis(),
                    delivery.run().value(),
                    delivery.worker(),
                    delivery.token())
                == 1);
  }

  @Override
  public boolean acknowledge(Delivery delivery) {
    return database.write(
        "take a run out of the queue of",
        () -> {
          boolean held =
              database.update(
                      "DELETE FROM queued" + HELD,
                      delivery.run().value(),
                      delivery.worker(),
                      delivery.token())
                  == 1;
          if (held) {
            toTheEnd(delivery.repository(), 0);
          }
          return held;
        });
  }

  @Override
  public boolean giveBack(Delivery delivery, Instant notBefore) {
    return database.write(
        "give back a run to",
        () -> {
          boolean held =
              database.update(
                      "UPDATE queued SET worker = NULL, refusals = ?" + HELD,
                      delivery.refusals(),
                      delivery.run().value(),
                      delivery.worker(),
                      delivery.token())
                  == 1;
          if (held) {
            toTheEnd(delivery.repository(), notBefore.toEpochMilli());
          }
          return held;
        });
  }

  @Override
  public boolean contains(RunId run) {
    return database
        .read(
            "look at the queue of",
            () ->
                database.first(
                    "SELECT 1 FROM queued WHERE run = ?", row -> row.getInt(1), run.value()))
        .isPresent();
  }

  private Optional<Front> front(Duration idle) throws SQLException {
    Instant now = clock.instant();
    return database.first(
        NEXT_FRONT, Front::of, now.toEpochMilli(), now.minus(idle).toEpochMilli());
  }

  private Optional<Delivery> deliver(Optional<Front> front, String worker) throws SQLException {
    Optional<Delivery> delivery = front.map(found -> found.to(worker));
    if (delivery.isPresent()) {
      database.update(
          "UPDATE queued SET worker = ?, token = ?, touched = ? WHERE run = ?",
          worker,
          delivery.get().token(),
          clock.millis(),
          delivery.get().run().value());
    }
    return delivery;
  }

  /** Lets all other repositories go first, or ends the line of one that has no run any more. */
  private void toTheEnd(RepositoryId repository, long notBefore) throws SQLException {
    database.update(
        "UPDATE line SET turn = " + NEXT_TURN + ", not_before = ? WHERE repository = ?",
        notBefore,
        repository.value());
    database.update(
        "DELETE FROM line WHERE repository = ?"
            + " AND NOT EXISTS (SELECT 1 FROM queued WHERE queued.repository = line.repository)",
        repository.value());
  }
}
