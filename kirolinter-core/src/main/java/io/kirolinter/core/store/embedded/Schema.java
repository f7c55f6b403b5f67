package io.kirolinter.core.store.embedded;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The tables of a database, as the statements that lead from each version to the next.
 *
 * @param upgrades the statements of the first entry make version 1, those of the second change it
 *     to version 2, and so on; released entries never change
 * @param fillings what is done once the statements have led to a version, by that version
 */
record Schema(List<List<String>> upgrades, Map<Integer, Filling> fillings) {

  /** Puts into new tables what follows from the old ones. */
  @FunctionalInterface
  interface Filling {
    void fill(Database database) throws SQLException;
  }

  /**
   * Runs, what was learned, and jobs; since version 2, waiting runs, experiments and turns; since
   * version 3, the facts of runs; since version 4, those of whole days as one text.
   */
  static final Schema STORES =
      new Schema(
          List.of(
              List.of(
                  """
                  CREATE TABLE run (
                    id TEXT PRIMARY KEY,
                    repository TEXT NOT NULL,
                    template TEXT NOT NULL,
                    effect TEXT NOT NULL,
                    created INTEGER NOT NULL,
                    status TEXT NOT NULL,
                    over INTEGER NOT NULL,
                    cancel INTEGER NOT NULL DEFAULT 0,
                    owner TEXT,
                    token INTEGER NOT NULL DEFAULT 0,
                    expires INTEGER NOT NULL DEFAULT 0,
                    state TEXT NOT NULL,
                    plan TEXT NOT NULL
                  ) STRICT""",
                  "CREATE INDEX run_by_age ON run (created, id)",
                  "CREATE INDEX run_by_repository ON run (repository, created, id)",
                  "CREATE INDEX run_living ON run (status) WHERE over = 0",
                  "CREATE INDEX run_held ON run (repository) WHERE owner IS NOT NULL",
                  """
                  CREATE TABLE artifact (
                    position INTEGER PRIMARY KEY,
                    run TEXT NOT NULL,
                    step TEXT NOT NULL,
                    type TEXT NOT NULL,
                    json TEXT NOT NULL,
                    UNIQUE (run, step, type)
                  ) STRICT""",
                  """
                  CREATE TABLE observation (
                    position INTEGER PRIMARY KEY,
                    repository TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    subject TEXT NOT NULL,
                    weight REAL NOT NULL,
                    detail TEXT NOT NULL
                  ) STRICT""",
                  "CREATE INDEX observation_by_kind ON observation (repository, kind, at)",
                  """
                  CREATE TABLE observed (
                    repository TEXT NOT NULL,
                    key TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    PRIMARY KEY (repository, key)
                  ) STRICT, WITHOUT ROWID""",
                  """
                  CREATE TABLE counter (
                    repository TEXT NOT NULL,
                    name TEXT NOT NULL,
                    value INTEGER NOT NULL,
                    PRIMARY KEY (repository, name)
                  ) STRICT, WITHOUT ROWID""",
                  """
                  CREATE TABLE job (
                    id TEXT PRIMARY KEY,
                    due INTEGER NOT NULL,
                    body TEXT NOT NULL
                  ) STRICT, WITHOUT ROWID"""),
              List.of(
                  """
                  CREATE TABLE queued (
                    position INTEGER PRIMARY KEY,
                    run TEXT NOT NULL UNIQUE,
                    repository TEXT NOT NULL,
                    refusals INTEGER NOT NULL DEFAULT 0,
                    worker TEXT,
                    token INTEGER NOT NULL DEFAULT 0,
                    touched INTEGER NOT NULL DEFAULT 0
                  ) STRICT""",
                  "CREATE INDEX queued_by_repository ON queued (repository, position)",
                  """
                  CREATE TABLE line (
                    repository TEXT PRIMARY KEY,
                    turn INTEGER NOT NULL,
                    not_before INTEGER NOT NULL DEFAULT 0
                  ) STRICT, WITHOUT ROWID""",
                  "CREATE INDEX line_by_turn ON line (turn)",
                  "CREATE INDEX run_living_by_repository ON run (repository, created, id) WHERE over = 0",
                  """
                  CREATE TABLE experiment (
                    id TEXT PRIMARY KEY,
                    repository TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    plan TEXT NOT NULL,
                    created INTEGER NOT NULL,
                    status TEXT NOT NULL,
                    ended INTEGER
                  ) STRICT""",
                  "CREATE INDEX experiment_by_age ON experiment (created, id)",
                  "CREATE INDEX experiment_by_repository ON experiment (repository, created, id)",
                  """
                  CREATE TABLE experiment_result (
                    experiment TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    json TEXT NOT NULL,
                    PRIMARY KEY (experiment, number)
                  ) STRICT, WITHOUT ROWID""",
                  """
                  CREATE TABLE turn (
                    chore TEXT PRIMARY KEY,
                    at INTEGER NOT NULL
                  ) STRICT, WITHOUT ROWID"""),
              List.of(
                  "ALTER TABLE artifact ADD COLUMN facts TEXT",
                  """
                  CREATE TABLE run_facts (
                    repository TEXT NOT NULL,
                    created INTEGER NOT NULL,
                    run TEXT NOT NULL,
                    facts TEXT NOT NULL,
                    PRIMARY KEY (repository, created, run)
                  ) STRICT, WITHOUT ROWID"""),
              List.of(
                  """
                  CREATE TABLE facts_day (
                    repository TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    runs BLOB NOT NULL,
                    PRIMARY KEY (repository, day)
                  ) STRICT""",
                  """
                  CREATE TRIGGER facts_day_gains AFTER INSERT ON run_facts BEGIN
                    DELETE FROM facts_day
                    WHERE repository = NEW.repository AND day = NEW.created / 86400000000000;
                  END""",
                  """
                  CREATE TRIGGER facts_day_loses AFTER DELETE ON run_facts BEGIN
                    DELETE FROM facts_day
                    WHERE repository = OLD.repository AND day = OLD.created / 86400000000000;
                  END""")),
          Map.of(3, FactsTable::fill));

  /** Results that can be computed again. */
  static final Schema CACHE =
      new Schema(
          List.of(
              List.of(
                  """
                  CREATE TABLE entry (
                    position INTEGER PRIMARY KEY,
                    key TEXT NOT NULL UNIQUE,
                    value TEXT NOT NULL,
                    checksum INTEGER NOT NULL
                  ) STRICT"""),
              List.of(
                  "DROP TABLE entry",
                  """
                  CREATE TABLE entry (
                    position INTEGER PRIMARY KEY,
                    key TEXT NOT NULL UNIQUE,
                    value TEXT NOT NULL,
                    checksum INTEGER NOT NULL,
                    used INTEGER NOT NULL
                  ) STRICT""",
                  "CREATE INDEX entry_by_use ON entry (used, position)")));

  /** Tables of which no version has to be filled. */
  Schema(List<List<String>> upgrades) {
    this(upgrades, Map.of());
  }

  int version() {
    return upgrades.size();
  }

  /** Leads from {@code version} to the newest, inside a transaction. */
  void upgrade(Database database, int version) throws SQLException {
    for (int next = version + 1; next <= version(); next++) {
      for (String statement : upgrades.get(next - 1)) {
        database.execute(statement);
      }
      fillings.getOrDefault(next, filled -> {}).fill(database);
    }
  }
}
