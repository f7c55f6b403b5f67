package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;

import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.SampleRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of the stores, by name: together, every method that reaches the server. */
final class EveryMethod {

  static final Duration LEASE = Duration.ofMinutes(5);
  static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");
  static final StoredArtifact REVIEW = new StoredArtifact("analyze", "review", "{\"a\":1}");

  private EveryMethod() {}

  /**
   * {@return calls that can be made in any order and any number of times}
   *
   * @param lease of a run that is not over
   */
  static Map<String, Runnable> of(Stores stores, Lease lease) {
    Map<String, Runnable> calls = new LinkedHashMap<>(ofJournal(stores, lease));
    calls.putAll(ofMemory(stores));
    Job job = job(1);
    calls.put("put", () -> stores.jobs().put(job));
    calls.put("advance", () -> stores.jobs().advance(job, job(2)));
    calls.put("list jobs", () -> stores.jobs().list());
    calls.put("remove", () -> stores.jobs().remove(job.id()));
    return calls;
  }

  /** Those of the cache, which never fail. */
  static Map<String, Runnable> ofCache(Stores stores) {
    return Map.of(
        "cache put", () -> stores.cache().put(Map.of("a", "1", "b", "2")),
        "cache get", () -> stores.cache().get(List.of("a", "c")));
  }

  static RunState running(String step) {
    return RunState.queued().withStatus(RunStatus.RUNNING).withStep(StepRecord.started(step, AT));
  }

  private static Map<String, Runnable> ofJournal(Stores stores, Lease lease) {
    Map<String, Runnable> calls = new LinkedHashMap<>();
    Run next = SampleRuns.reading(7);
    calls.put("delete", () -> stores.journal().delete(next.id()));
    calls.put(
        "checkpoint",
        () -> stores.journal().checkpoint(lease, running("fix"), Optional.of(REVIEW)));
    calls.put("renew", () -> stores.journal().renew(lease, LEASE.multipliedBy(2)));
    calls.put("find", () -> stores.journal().find(lease.run()));
    calls.put("list", () -> stores.journal().list(RunQuery.newest(5)));
    calls.put("list of one", () -> stores.journal().list(RunQuery.living().of(REPOSITORY)));
    calls.put("facts", () -> stores.facts().visit(FactsQuery.all().of(REPOSITORY), facts -> {}));
    calls.put("holder", () -> stores.journal().holder(lease.run()));
    calls.put("artifacts", () -> stores.journal().artifacts(lease.run()));
    calls.put("cancel", () -> stores.journal().requestCancel(lease.run()));
    calls.put("cancelled", () -> stores.journal().isCancelRequested(lease.run()));
    return calls;
  }

  private static Map<String, Runnable> ofMemory(Stores stores) {
    Observation seen = new Observation("finding", "naming", 1, "seen", AT);
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("observe", () -> stores.memory().observe(REPOSITORY, "key", List.of(seen)));
    calls.put("observations", () -> stores.memory().observations(REPOSITORY, "finding", 9));
    calls.put(
        "patterns", () -> stores.memory().patterns(REPOSITORY, "finding", Duration.ofDays(9), AT));
    calls.put("increment", () -> stores.memory().increment(REPOSITORY, "seen", 1));
    calls.put("counter", () -> stores.memory().counter(REPOSITORY, "seen"));
    calls.put("forget before", () -> stores.memory().forgetBefore(REPOSITORY, AT.plusSeconds(1)));
    calls.put("forget", () -> stores.memory().forget(REPOSITORY));
    return calls;
  }

  private static Job job(int minutes) {
    return new Job(
        Job.idFor(REPOSITORY, "monitor"),
        REPOSITORY,
        "/home/ann/shop",
        "monitor",
        RunOptions.applyingTo(ApplyTarget.BRANCH),
        Schedule.every(Duration.ofHours(1)),
        JobState.dueAt(Optional.of(AT.plus(Duration.ofMinutes(minutes)))));
  }
}
