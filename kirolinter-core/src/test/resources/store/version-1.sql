-- A store of version 1, as that release wrote it: two runs, what was learned, and a job. Never change it.
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
CREATE TABLE artifact (
  position INTEGER PRIMARY KEY,
  run TEXT NOT NULL,
  step TEXT NOT NULL,
  type TEXT NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (run, step, type)
) STRICT;
INSERT INTO "artifact" VALUES(1,'20261122-181530-000001','analyze','review','{"findings":[],"note":"Ä''s"}');
INSERT INTO "artifact" VALUES(2,'20261122-181530-000001','fix','fix-set','{"fixes":[]}');
CREATE TABLE counter (
  repository TEXT NOT NULL,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (repository, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "counter" VALUES('github.com/acme/shop','runs',3);
CREATE TABLE job (
  id TEXT PRIMARY KEY,
  due INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "job" VALUES('monitor@github.com/acme/shop',1795371390000000000,'{"id":"monitor@github.com/acme/shop","repository":"github.com/acme/shop","location":"/home/ann/shop","template":"monitor","options":{"apply":"none","verifyCommand":null,"maxFixes":null,"maxLines":null,"maxFiles":null,"analyzers":[]},"interval":"PT24H","nextDue":"2026-11-22T18:16:30Z"}');
CREATE TABLE observation (
  position INTEGER PRIMARY KEY,
  repository TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  weight REAL NOT NULL,
  detail TEXT NOT NULL
) STRICT;
INSERT INTO "observation" VALUES(1,'github.com/acme/shop','finding',1795371330000000000,'unused-import',2.5,'in A.java');
INSERT INTO "observation" VALUES(2,'github.com/acme/shop','fix-applied',1795284930000000000,'unused-import',1.0,'in A.java');
CREATE TABLE observed (
  repository TEXT NOT NULL,
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (repository, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "observed" VALUES('github.com/acme/shop','run-1/learn',1795371330000000000);
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
) STRICT;
INSERT INTO "run" VALUES('20261122-181530-000001','github.com/acme/shop','quick_fix','CHANGES',1795371331000000000,'SUCCEEDED',1,0,NULL,1,0,'{"status":"succeeded","steps":[{"name":"analyze","outcome":"succeeded","attempts":1,"startedAt":"2026-11-22T18:15:30Z","endedAt":"2026-11-22T18:15:30.412Z","summary":"1 finding in 2 files.","error":null}],"endedAt":"2026-11-22T18:15:32Z","takeovers":0}','{"template":"quick_fix","templateVersion":1,"steps":[{"name":"analyze","criticality":"critical","retry":{"maxAttempts":3,"firstDelay":"PT0.2S","maxDelay":"PT10S"}},{"name":"fix","criticality":"critical","retry":{"maxAttempts":3,"firstDelay":"PT0.2S","maxDelay":"PT10S"}}],"scope":{"categories":[],"rules":[],"fixes":"any","order":"riskiest-first","effort":"quick","sources":"main"},"repository":"github.com/acme/shop","location":"/home/ann/shop","baseCommit":null,"mode":"autonomous","options":{"apply":"branch","verifyCommand":null,"maxFixes":null,"maxLines":200,"maxFiles":10,"analyzers":[]},"effect":"changes","createdAt":"2026-11-22T18:15:31Z"}');
INSERT INTO "run" VALUES('20261122-181530-000002','github.com/acme/shop','quick_fix','READS',1795371332000000000,'RUNNING',0,1,'here',1,1795371336000,'{"status":"running","steps":[],"endedAt":null,"takeovers":0}','{"template":"quick_fix","templateVersion":1,"steps":[{"name":"analyze","criticality":"critical","retry":{"maxAttempts":3,"firstDelay":"PT0.2S","maxDelay":"PT10S"}},{"name":"fix","criticality":"critical","retry":{"maxAttempts":3,"firstDelay":"PT0.2S","maxDelay":"PT10S"}}],"scope":{"categories":[],"rules":[],"fixes":"any","order":"riskiest-first","effort":"quick","sources":"main"},"repository":"github.com/acme/shop","location":"/home/ann/shop","baseCommit":null,"mode":"autonomous","options":{"apply":"branch","verifyCommand":null,"maxFixes":null,"maxLines":200,"maxFiles":10,"analyzers":[]},"effect":"reads","createdAt":"2026-11-22T18:15:32Z"}');
CREATE INDEX run_by_age ON run (created, id);
CREATE INDEX run_by_repository ON run (repository, created, id);
CREATE INDEX run_living ON run (status) WHERE over = 0;
CREATE INDEX run_held ON run (repository) WHERE owner IS NOT NULL;
CREATE INDEX observation_by_kind ON observation (repository, kind, at);
COMMIT;
PRAGMA user_version = 1;
