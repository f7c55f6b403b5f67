package io.kirolinter.core.store.embedded;

import java.util.List;

/**
 * The tables of a database, as the statements that lead from each version to the next.
 *
 * @param upgrades the statements of the first entry make version 1, those of the second change it
 *     to version 2, and so on; released entries never change
 */
record Schema(List<List<String>> upgrades) {

  /** Runs, what was learned, and jobs; since version 2, waiting runs, experiments and turns. */
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
                  ) STRICT, WITHOUT ROWID""")));

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

  int version() {
    return upgrades.size();
  }

  /** {@return the statements that lead from {@code version} to the newest} */
  List<String> from(int version) {
    return upgrades.subList(version, version()).stream().flatMap(List::stream).toList();
  }
}
