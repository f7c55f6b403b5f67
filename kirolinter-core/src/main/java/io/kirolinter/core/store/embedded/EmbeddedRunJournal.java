package io.kirolinter.core.store.embedded;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The run journal in the tables {@code run} and {@code artifact}. */
final class EmbeddedRunJournal implements RunJournal {

  private static final String HELD = " WHERE id = ? AND owner = ? AND token = ?";

  private final Database database;
  private final Leases leases;

  EmbeddedRunJournal(Database database, Leases leases) {
    this.database = database;
    this.leases = leases;
  }

  @Override
  public Claim create(Run run, String owner, Duration length) {
    return database.write(
        "write a run to",
        () -> {
          if (!insert(run)) {
            throw new IllegalArgumentException("there is a run " + run.id() + " already");
          }
          Claim claim = leases.claim(run.id(), owner, length);
          if (claim instanceof Claim.Busy) {
            queue(run.id());
          }
          return claim;
        });
  }

  @Override
  public Claim claim(RunId id, String owner, Duration length) {
    return database.write("claim a run in", () -> leases.claim(id, owner, length));
  }

  @Override
  public Lease renew(Lease lease, Duration length) {
    return database.write("renew a lease in", () -> leases.renew(lease, length));
  }

  @Override
  public void release(Lease lease) {
    database.write(
        "release a run in",
        () -> {
          leases.release(lease);
          return lease;
        });
  }

  @Override
  public boolean checkpoint(
      Lease lease, RunState state, Optional<StoredArtifact> artifact, WhenCancelled cancelled) {
    String json = Json.write(state);
    // Before others have to wait.
    @Nullable String facts = artifact.map(FactsTable::of).orElse(null);
    return database.write(
        "write a checkpoint to",
        () -> {
          boolean replaced = replaceState(lease, state.status(), json, cancelled);
          if (replaced && artifact.isPresent()) {
            keep(lease.run(), artifact.get(), facts);
          }
          if (replaced && state.status().isFinal()) {
            FactsTable.add(database, lease.run());
          }
          return replaced;
        });
  }

  @Override
  public Optional<Run> find(RunId id) {
    return database.read(
        "read a run from",
        () ->
            database.first(
                "SELECT id, plan, state FROM run WHERE id = ?",
                EmbeddedRunJournal::run,
                id.value()));
  }

  @Override
  public List<Run> list(RunQuery query) {
    List<Run> found = new ArrayList<>();
    visit(query, found::add);
    return found;
  }

  @Override
  public void visit(RunQuery query, Consumer<Run> visitor) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    query.repository().ifPresent(id -> add("repository = ?", id.value(), conditions, values));
    if (!query.statuses().isEmpty()) {
      String places = String.join(", ", Collections.nCopies(query.statuses().size(), "?"));
      conditions.add("status IN (" + places + ")");
      query.statuses().stream().sorted().map(RunStatus::name).forEach(values::add);
      if (query.statuses().stream().noneMatch(RunStatus::isFinal)) {
        conditions.add("over = 0"); // few, and in an index of their own
      }
    }
    values.add(query.limit());
    database.read(
        "list the runs of",
        () ->
            database.visit(
                listing(conditions), EmbeddedRunJournal::run, visitor, values.toArray()));
  }

  @Override
  public Optional<Lease> holder(RunId id) {
    return database.read("read a lease from", () -> leases.holder(id));
  }

  @Override
  public List<StoredArtifact> artifacts(RunId id) {
    return database.read(
        "read artifacts from",
        () ->
            database.query(
                "SELECT step, type, json FROM artifact WHERE run = ? ORDER BY position",
                row -> new StoredArtifact(row.getString(1), row.getString(2), row.getString(3)),
                id.value()));
  }

  @Override
  public boolean requestCancel(RunId id) {
    return database.write(
        "cancel a run in",
        () ->
            database.update("UPDATE run SET cancel = 1 WHERE id = ? AND over = 0", id.value())
                == 1);
  }

  @Override
  public boolean isCancelRequested(RunId id) {
    return database.read(
        "read a run from",
        () ->
            database
                    .first("SELECT cancel FROM run WHERE id = ?", row -> row.getInt(1), id.value())
                    .orElse(0)
                == 1);
  }

  @Override
  public boolean endUnbegun(RunId id, RunState end) {
    return database.write("end a run in", () -> leases.isFree(id) && end(id, end));
  }

  private boolean end(RunId unbegun, RunState end) throws SQLException {
    int ended =
        database.update(
            "UPDATE run SET state = ?, status = ?, over = 1 WHERE id = ? AND state = ?",
            Json.write(end),
            end.status().name(),
            unbegun.value(),
            Json.write(RunState.queued()));
    if (ended == 1) {
      FactsTable.add(database, unbegun);
    }
    return ended == 1;
  }

  @Override
  public boolean delete(RunId id) {
    return deleteAll(List.of(id)) == 1;
  }

  @Override
  public int deleteAll(Collection<RunId> ids) {
    return database.write(
        "delete runs of",
        () -> {
          int deleted = 0;
          for (RunId id : ids) {
            deleted += deleteOver(id);
          }
          return deleted;
        });
  }

  @Override
  public boolean add(Run run, List<StoredArtifact> artifacts) {
    if (!run.state().status().isFinal()) {
      throw new IllegalArgumentException(
          "only a run that is over is added, " + run.id() + " is not");
    }
    return database.write(
        "write a run to",
        () -> {
          boolean added = insert(run);
          for (StoredArtifact artifact : added ? artifacts : List.<StoredArtifact>of()) {
            keep(run.id(), artifact, FactsTable.of(artifact));
          }
          if (added) {
            FactsTable.add(database, run.id());
          }
          return added;
        });
  }

  private int deleteOver(RunId id) throws SQLException {
    FactsTable.delete(database, id); // there are none of a run that is not over
    int deleted = database.update("DELETE FROM run WHERE id = ? AND over = 1", id.value());
    if (deleted == 1) {
      database.update("DELETE FROM artifact WHERE run = ?", id.value());
    }
    return deleted;
  }

  private boolean insert(Run run) throws SQLException {
    RunPlan plan = run.plan();
    return database.update(
            "INSERT INTO run (id, repository, template, effect, created, status, over, state, plan)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            run.id().value(),
            plan.repository().value(),
            plan.template(),
            plan.effect().name(),
            EpochNanos.of(plan.createdAt()),
            run.state().status().name(),
            over(run.state().status()),
            Json.write(run.state()),
            Json.write(plan))
        == 1;
  }

  private void queue(RunId id) throws SQLException {
    RunState queued = RunState.queued();
    database.update(
        "UPDATE run SET state = ?, status = ? WHERE id = ?",
        Json.write(queued),
        queued.status().name(),
        id.value());
  }

  private boolean replaceState(Lease lease, RunStatus status, String json, WhenCancelled cancelled)
      throws SQLException {
    String unless = cancelled == WhenCancelled.REFUSE ? " AND cancel = 0" : "";
    if (!status.isFinal() && replaceStateOnly(lease, status, json, unless)) {
      return true;
    }
    String leaseAfter = status.isFinal() ? ", owner = NULL, expires = 0" : "";
    int changed =
        database.update(
            "UPDATE run SET state = ?, status = ?, over = ?" + leaseAfter + HELD + unless,
            json,
            status.name(),
            over(status),
            lease.run().value(),
            lease.owner(),
            lease.token());
    if (changed == 0 && !(cancelled == WhenCancelled.REFUSE && isHeld(lease))) {
      throw leases.lost("write a checkpoint of", lease);
    }
    return changed == 1;
  }

  /** Most checkpoints leave the status as it is, and so need not touch its indexes. */
  private boolean replaceStateOnly(Lease lease, RunStatus status, String json, String unless)
      throws SQLException {
    return database.update(
            "UPDATE run SET state = ?" + HELD + " AND status = ?" + unless,
            json,
            lease.run().value(),
            lease.owner(),
            lease.token(),
            status.name())
        == 1;
  }

  private boolean isHeld(Lease lease) throws SQLException {
    return database
        .first(
            "SELECT 1 FROM run" + HELD,
            row -> row.getInt(1),
            lease.run().value(),
            lease.owner(),
            lease.token())
        .isPresent();
  }

  /** Written over when it is there, so that a checkpoint can be repeated after an error. */
  private void keep(RunId run, StoredArtifact artifact, @Nullable String facts)
      throws SQLException {
    database.update(
        "INSERT INTO artifact (run, step, type, json, facts) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (run, step, type)"
            + " DO UPDATE SET json = excluded.json, facts = excluded.facts",
        run.value(),
        artifact.step(),
        artifact.type(),
        artifact.json(),
        facts);
  }

  private static void add(
      String condition, Object value, List<String> conditions, List<Object> values) {
    conditions.add(condition);
    values.add(value);
  }

  private static String listing(List<String> conditions) {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return "SELECT id, plan, state FROM run" + where + " ORDER BY created DESC, id DESC LIMIT ?";
  }

  private static int over(RunStatus status) {
    return status.isFinal() ? 1 : 0;
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        RunId.of(row.getString(1)),
        Json.read(row.getString(2), RunPlan.class),
        Json.read(row.getString(3), RunState.class));
  }
}
