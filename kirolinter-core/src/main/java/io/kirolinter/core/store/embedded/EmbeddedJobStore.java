package io.kirolinter.core.store.embedded;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobStore;
import java.sql.SQLException;
import java.util.List;

/** The jobs in the table {@code job}. */
final class EmbeddedJobStore implements JobStore {

  private final Database database;

  EmbeddedJobStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(Job job) {
    database.write("write a job to", () -> write(job));
  }

  @Override
  public List<Job> list() {
    return database.read(
        "list the jobs of",
        () ->
            database.query("SELECT body FROM job ORDER BY due, id", row -> job(row.getString(1))));
  }

  @Override
  public boolean advance(Job expected, Job next) {
    if (!expected.id().equals(next.id())) {
      throw new IllegalArgumentException(
          "a job keeps its id, was '%s' and '%s'".formatted(expected.id(), next.id()));
    }
    return database.write("advance a job in", () -> isStill(expected) && write(next));
  }

  @Override
  public boolean remove(String id) {
    return database.write(
        "delete a job of", () -> database.update("DELETE FROM job WHERE id = ?", id) == 1);
  }

  /** Compares values and not their JSON, which another release may have written differently. */
  private boolean isStill(Job expected) throws SQLException {
    return database
        .first("SELECT body FROM job WHERE id = ?", row -> job(row.getString(1)), expected.id())
        .filter(expected::equals)
        .isPresent();
  }

  private boolean write(Job job) throws SQLException {
    return database.update(
            "INSERT INTO job (id, due, body) VALUES (?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET due = excluded.due, body = excluded.body",
            job.id(),
            due(job),
            Json.write(job))
        == 1;
  }

  /** A job without a time comes last. */
  private static long due(Job job) {
    return job.state().nextDue().map(EpochNanos::of).orElse(Long.MAX_VALUE);
  }

  private static Job job(String body) {
    return Json.read(body, Job.class);
  }
}
