package io.kirolinter.core.store.embedded;

import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.FactsText;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.RunFactsStore;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StoredArtifact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Facts of runs in the table {@code run_facts}, which is changed in the transactions of runs. */
final class FactsTable implements RunFactsStore {

  static final String READING = "read the facts of runs from";

  /** Of one type only, so that artifacts of others, which may be large, are not read. */
  private static final String COUNTED =
      "SELECT position, step, type, json FROM artifact WHERE type IN ('review', 'fix-set')"
          + " AND position > ? ORDER BY position LIMIT 1";

  private final Database database;
  private final FactsDays days;

  FactsTable(Database database, InstantSource clock) {
    this.database = database;
    days = new FactsDays(database, clock);
  }

  @Override
  public void visit(FactsQuery query, Consumer<RunFacts> visitor) {
    long from = EpochNanos.of(query.from());
    long until = EpochNanos.of(query.until());
    List<RepositoryId> wanted = repositories(query);
    wanted.forEach(repository -> days.pack(repository, from, until));
    database.read(
        READING,
        () -> {
          for (RepositoryId repository : wanted) {
            days.visit(repository, from, until, visitor);
          }
          return query;
        });
  }

  /** Writes the facts of a run that is over, by what its row and those of its artifacts say. */
  static void add(Database database, RunId run) throws SQLException {
    List<String> made =
        database.query(
            "SELECT facts FROM artifact WHERE run = ? AND facts IS NOT NULL ORDER BY position",
            row -> row.getString(1),
            run.value());
    Optional<Run> over =
        database.first(
            "SELECT id, plan, state FROM run WHERE id = ? AND over = 1",
            FactsTable::run,
            run.value());
    if (over.isPresent()) {
      add(database, over.get(), made);
    }
  }

  /** Deletes the facts of a run that is still there. */
  static void delete(Database database, RunId run) throws SQLException {
    database.update(
        "DELETE FROM run_facts WHERE (repository, created, run) ="
            + " (SELECT repository, created, id FROM run WHERE id = ?)",
        run.value());
  }

  /** {@return what is of interest of an artifact, for its row} */
  static @Nullable String of(StoredArtifact artifact) {
    return FactsText.ofArtifact(artifact).orElse(null);
  }

  /** Gives the runs of earlier releases their facts. */
  static void fill(Database database) throws SQLException {
    fillArtifacts(database);
    for (String run :
        database.query("SELECT id FROM run WHERE over = 1", row -> row.getString(1))) {
      add(database, RunId.of(run));
    }
  }

  /** One by one, as all of them together may not fit into memory. */
  private static void fillArtifacts(Database database) throws SQLException {
    Optional<Counted> next = counted(database, 0);
    while (next.isPresent()) {
      Counted found = next.get();
      Optional<String> facts = FactsText.ofArtifact(found.artifact());
      if (facts.isPresent()) {
        database.update(
            "UPDATE artifact SET facts = ? WHERE position = ?", facts.get(), found.position());
      }
      next = counted(database, found.position());
    }
  }

  private static Optional<Counted> counted(Database database, long after) throws SQLException {
    return database.first(
        COUNTED,
        row ->
            new Counted(
                row.getLong(1),
                new StoredArtifact(row.getString(2), row.getString(3), row.getString(4))),
        after);
  }

  private record Counted(long position, StoredArtifact artifact) {}

  private static void add(Database database, Run run, List<String> made) throws SQLException {
    database.update(
        "INSERT INTO run_facts (repository, created, run, facts) VALUES (?, ?, ?, ?)",
        run.plan().repository().value(),
        EpochNanos.of(run.plan().createdAt()),
        run.id().value(),
        FactsText.joined(FactsText.ofPlan(run), FactsText.ofState(run.state()), made));
  }

  private List<RepositoryId> repositories(FactsQuery query) {
    return query.repository().isPresent()
        ? List.of(query.repository().get())
        : database.read(READING, this::repositories);
  }

  /** Those of all, by one look at the index for each. */
  private List<RepositoryId> repositories() throws SQLException {
    List<RepositoryId> found = new ArrayList<>();
    Optional<String> next = repositoryAfter("");
    while (next.isPresent()) {
      found.add(new RepositoryId(next.get()));
      next = repositoryAfter(next.get());
    }
    return found;
  }

  private Optional<String> repositoryAfter(String last) throws SQLException {
    return database.first(
        "SELECT repository FROM run_facts WHERE repository > ? ORDER BY repository LIMIT 1",
        row -> row.getString(1),
        last);
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        RunId.of(row.getString(1)),
        Json.read(row.getString(2), RunPlan.class),
        Json.read(row.getString(3), RunState.class));
  }
}
