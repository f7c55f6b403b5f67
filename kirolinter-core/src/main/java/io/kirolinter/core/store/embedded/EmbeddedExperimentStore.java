package io.kirolinter.core.store.embedded;

import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.repository.RepositoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The experiments in the tables {@code experiment} and {@code experiment_result}. */
final class EmbeddedExperimentStore implements ExperimentStore {

  private static final String SELECT =
      "SELECT id, repository, kind, version, plan, created, status, ended,"
          + " (SELECT count(*) FROM experiment_result WHERE experiment = id) FROM experiment";

  private final Database database;

  EmbeddedExperimentStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean create(StoredExperiment experiment) {
    if (experiment.status().isFinal() || experiment.results() > 0) {
      throw new IllegalArgumentException(
          "an experiment begins without results, '%s' has %d and is %s"
              .formatted(experiment.id(), experiment.results(), experiment.status().label()));
    }
    return database.write(
        "write an experiment to",
        () -> {
          insert(experiment);
          return one(experiment.id()).filter(experiment::equals).isPresent();
        });
  }

  @Override
  public boolean append(String id, int number, String json) {
    return database.write(
        "write a result to",
        () -> isNext(id, number) ? insert(id, number, json) : isThere(id, number, json));
  }

  @Override
  public boolean end(String id, int results, ExperimentStatus how, Instant at) {
    if (!how.isFinal()) {
      throw new IllegalArgumentException("an experiment does not end as " + how);
    }
    return database.write(
        "end an experiment in",
        () ->
            database.update(
                    "UPDATE experiment SET status = ?, ended = ? WHERE id = ? AND ended IS NULL"
                        + " AND (SELECT count(*) FROM experiment_result WHERE experiment = id) = ?",
                    how.name(),
                    EpochNanos.of(at),
                    id,
                    results)
                == 1);
  }

  @Override
  public Optional<StoredExperiment> find(String id) {
    return database.read("read an experiment from", () -> one(id));
  }

  @Override
  public List<String> results(String id) {
    return database.read(
        "read results from",
        () ->
            database.query(
                "SELECT json FROM experiment_result WHERE experiment = ? ORDER BY number",
                row -> row.getString(1),
                id));
  }

  @Override
  public List<StoredExperiment> list(ExperimentQuery query) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    query.repository().ifPresent(repository -> values.add(repository.value()));
    query.repository().ifPresent(repository -> conditions.add("repository = ?"));
    if (!query.statuses().isEmpty()) {
      String places = String.join(", ", Collections.nCopies(query.statuses().size(), "?"));
      conditions.add("status IN (" + places + ")");
      query.statuses().stream().sorted().map(ExperimentStatus::name).forEach(values::add);
    }
    values.add(query.limit());
    return database.read(
        "list the experiments of",
        () ->
            database.query(
                listing(conditions), EmbeddedExperimentStore::experiment, values.toArray()));
  }

  @Override
  public boolean delete(String id) {
    return database.write(
        "delete an experiment of",
        () -> {
          database.update("DELETE FROM experiment_result WHERE experiment = ?", id);
          return database.update("DELETE FROM experiment WHERE id = ?", id) == 1;
        });
  }

  private void insert(StoredExperiment experiment) throws SQLException {
    database.update(
        "INSERT INTO experiment (id, repository, kind, version, plan, created, status)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        experiment.id(),
        experiment.repository().value(),
        experiment.kind(),
        experiment.version(),
        experiment.plan(),
        EpochNanos.of(experiment.createdAt()),
        experiment.status().name());
  }

  private boolean isNext(String id, int number) throws SQLException {
    return one(id)
        .filter(found -> !found.status().isFinal() && found.results() + 1 == number)
        .isPresent();
  }

  private boolean insert(String id, int number, String json) throws SQLException {
    return database.update(
            "INSERT INTO experiment_result (experiment, number, json) VALUES (?, ?, ?)",
            id,
            number,
            json)
        == 1;
  }

  private boolean isThere(String id, int number, String json) throws SQLException {
    return database
        .first(
            "SELECT json FROM experiment_result WHERE experiment = ? AND number = ?",
            row -> row.getString(1),
            id,
            number)
        .filter(json::equals)
        .isPresent();
  }

  private Optional<StoredExperiment> one(String id) throws SQLException {
    return database.first(SELECT + " WHERE id = ?", EmbeddedExperimentStore::experiment, id);
  }

  private static String listing(List<String> conditions) {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return SELECT + where + " ORDER BY created DESC, id DESC LIMIT ?";
  }

  private static StoredExperiment experiment(ResultSet row) throws SQLException {
    long ended = row.getLong(8);
    Optional<Instant> end =
        row.wasNull() ? Optional.empty() : Optional.of(EpochNanos.toInstant(ended));
    return new StoredExperiment(
        row.getString(1),
        new RepositoryId(row.getString(2)),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        EpochNanos.toInstant(row.getLong(6)),
        ExperimentStatus.valueOf(row.getString(7)),
        end,
        row.getInt(9));
  }
}
