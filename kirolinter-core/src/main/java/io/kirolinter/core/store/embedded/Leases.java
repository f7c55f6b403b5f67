package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who works on which run. Every method is part of a transaction that its caller holds.
 *
 * <p>A lease is an owner, a token and an end in the row of the run. An end that has passed leaves
 * owner and token in place, so that a slow process can still write as long as nobody else has
 * claimed the run or, for a run that changes files, another such run of the repository.
 */
final class Leases {

  /** The lease columns of a run. */
  private record Entry(
      RunId run,
      RunStatus status,
      Effect effect,
      String repository,
      @Nullable String owner,
      long token,
      Instant expires) {

    static Entry of(ResultSet row) throws SQLException {
      return new Entry(
          RunId.of(row.getString(1)),
          RunStatus.valueOf(row.getString(2)),
          Effect.valueOf(row.getString(3)),
          row.getString(4),
          row.getString(5),
          row.getLong(6),
          Instant.ofEpochMilli(row.getLong(7)));
    }

    Optional<Lease> lease() {
      return owner == null ? Optional.empty() : Optional.of(new Lease(run, owner, token, expires));
    }

    Optional<Lease> leaseAt(Instant now) {
      return lease().filter(lease -> now.isBefore(lease.expiresAt()));
    }
  }

  private static final String COLUMNS =
      "SELECT id, status, effect, repository, owner, token, expires FROM run WHERE ";

  private final Database database;
  private final InstantSource clock;

  Leases(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Claim claim(RunId id, String owner, Duration length) throws SQLException {
    Entry entry = find(id).orElseThrow(() -> unknown(id));
    if (entry.status().isFinal()) {
      return new Claim.Over(entry.status());
    }
    Optional<Lease> inTheWay = inTheWay(entry, owner);
    if (inTheWay.isPresent()) {
      Lease lease = inTheWay.get();
      return new Claim.Busy(lease.run(), lease.owner(), lease.expiresAt());
    }
    fenceRivals(entry);
    return new Claim.Granted(grant(entry, owner, length));
  }

  Optional<Lease> holder(RunId id) throws SQLException {
    return find(id).flatMap(entry -> entry.leaseAt(clock.instant()));
  }

  /** {@return whether the run is there and nobody holds it} */
  boolean isFree(RunId id) throws SQLException {
    Optional<Entry> entry = find(id);
    return entry.isPresent() && entry.get().leaseAt(clock.instant()).isEmpty();
  }

  Lease renew(Lease lease, Duration length) throws SQLException {
    return database
        .first(
            "UPDATE run SET expires = max(expires, ?) WHERE id = ? AND owner = ? AND token = ?"
                + " RETURNING expires",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            endIn(length),
            lease.run().value(),
            lease.owner(),
            lease.token())
        .map(end -> new Lease(lease.run(), lease.owner(), lease.token(), end))
        .orElseThrow(() -> lost("renew the lease of", lease));
  }

  void release(Lease lease) throws SQLException {
    database.update(
        "UPDATE run SET owner = NULL, expires = 0 WHERE id = ? AND owner = ? AND token = ?",
        lease.run().value(),
        lease.owner(),
        lease.token());
  }

  LeaseLostException lost(String action, Lease lease) {
    return new LeaseLostException(
        ErrorMessage.cannot(action, "run", lease.run().value())
            .found("'" + lease.owner() + "' does not hold it any more, or it is over")
            .expected("the lease with the token " + lease.token())
            .remedy("Stop working on it; whoever holds it goes on from the last checkpoint."));
  }

  private Optional<Lease> inTheWay(Entry entry, String owner) throws SQLException {
    Instant now = clock.instant();
    Optional<Lease> same = entry.leaseAt(now).filter(lease -> !lease.owner().equals(owner));
    return same.isPresent() || entry.effect() == Effect.READS ? same : rival(entry, now);
  }

  private Optional<Lease> rival(Entry entry, Instant now) throws SQLException {
    return database
        .first(
            COLUMNS
                + "repository = ? AND owner IS NOT NULL AND effect = ? AND id <> ? AND expires > ?",
            Entry::of,
            entry.repository(),
            entry.effect().name(),
            entry.run().value(),
            now.toEpochMilli())
        .flatMap(Entry::lease);
  }

  /** Takes the leases away whose time is over, so that at most one run can write. */
  private void fenceRivals(Entry entry) throws SQLException {
    if (entry.effect() == Effect.CHANGES) {
      database.update(
          "UPDATE run SET owner = NULL, expires = 0"
              + " WHERE repository = ? AND owner IS NOT NULL AND effect = ? AND id <> ?",
          entry.repository(),
          entry.effect().name(),
          entry.run().value());
    }
  }

  private Lease grant(Entry entry, String owner, Duration length) throws SQLException {
    long end = endIn(length);
    database.update(
        "UPDATE run SET owner = ?, token = ?, expires = ? WHERE id = ?",
        owner,
        entry.token() + 1,
        end,
        entry.run().value());
    return new Lease(entry.run(), owner, entry.token() + 1, Instant.ofEpochMilli(end));
  }

  private Optional<Entry> find(RunId id) throws SQLException {
    return database.first(COLUMNS + "id = ?", Entry::of, id.value());
  }

  private long endIn(Duration length) {
    return clock.instant().plus(length).toEpochMilli();
  }

  private static InvalidRequestException unknown(RunId id) {
    return new InvalidRequestException(
        ErrorMessage.cannot("claim", "run", id.value())
            .found("there is no such run")
            .remedy("List the runs to see which there are."));
  }
}
