package io.kirolinter.workflow.retention;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.retention.RunSelection.Candidate;
import io.kirolinter.workflow.retention.RunSelection.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes what is too old or too much, on any store: runs with their artifacts and folders,
 * observations and the idempotency keys of their time, and experiments; then gives the space back.
 *
 * <p>What is not over is never deleted, nor is a run while its proposal is open. Of an experiment
 * that is not over, and of jobs and counters, nothing is deleted either. Several processes can do
 * this at once, also while runs go on; where one dies in the middle, the next one goes on. Safe for
 * use by many threads.
 */
public final class Retention {

  private static final String CHORE = "retention";
  private static final Duration INTERVAL = Duration.ofDays(1);

  /** How many runs go in one commit. */
  private static final int BATCH = 100;

  private static final Duration TIME_IN_PASSING = Duration.ofSeconds(2);
  private static final Duration TIME_ON_REQUEST = Duration.ofMinutes(5);

  private final Stores stores;
  private final InstantSource clock;
  private final RunFolders folders;
  private final RunsInUse inUse;

  private Retention(Stores stores, InstantSource clock, RunFolders folders, RunsInUse inUse) {
    this.stores = stores;
    this.clock = clock;
    this.folders = folders;
    this.inUse = inUse;
  }

  /**
   * {@return retention of these stores}
   *
   * @param runFolder the folder below which each run has its own
   * @param inUse which runs people may still need
   */
  public static Retention of(Stores stores, InstantSource clock, Path runFolder, RunsInUse inUse) {
    return new Retention(
        requireNonNull(stores, "stores"),
        requireNonNull(clock, "clock"),
        new RunFolders(runFolder),
        requireNonNull(inUse, "inUse"));
  }

  /**
   * Deletes at once.
   *
   * @throws io.kirolinter.core.error.StoreException if the store cannot be reached
   * @throws io.kirolinter.core.error.WorkFailedException if the folder of a run cannot be deleted;
   *     its run is kept, and all the others are deleted
   */
  public Pruned apply(RetentionPolicy policy) {
    return apply(policy, TIME_ON_REQUEST);
  }

  /**
   * Deletes as {@link #apply} does, unless some process did less than a day ago; then it costs one
   * reading of the store. Gives the space back for about 2 seconds at most.
   *
   * @return what was deleted; empty if it was not the time
   */
  public Optional<Pruned> applyIfDue(RetentionPolicy policy) {
    return stores.upkeep().takeTurn(CHORE, INTERVAL)
        ? Optional.of(apply(policy, TIME_IN_PASSING))
        : Optional.empty();
  }

  /**
   * Deletes runs only.
   *
   * @return how many there were
   */
  public int forgetRuns(RetentionPolicy policy) {
    return delete(free(candidates(policy)));
  }

  private Pruned apply(RetentionPolicy policy, Duration mostTime) {
    List<Candidate> candidates = candidates(policy);
    List<RunId> free = free(candidates);
    int observations = forgetObservations(policy);
    int experiments = deleteExperiments(policy);
    int runs = delete(free);
    long bytes = stores.upkeep().reclaim(mostTime);
    return new Pruned(runs, candidates.size() - free.size(), observations, experiments, bytes);
  }

  private List<Candidate> candidates(RetentionPolicy policy) {
    RunSelection selection = new RunSelection(oldest(policy), policy.runs());
    stores.journal().visit(over(), selection::show);
    return selection.candidates();
  }

  private List<RunId> free(List<Candidate> candidates) {
    return candidates.stream().filter(this::isFree).map(Candidate::id).toList();
  }

  private boolean isFree(Candidate candidate) {
    if (candidate.effect() == Effect.READS) {
      return true;
    }
    boolean restorable =
        candidate.reason() == Reason.COUNT && inUse.isRestorable(folders.of(candidate.id()));
    return !restorable
        && stores.journal().find(candidate.id()).filter(inUse::isProposalOpen).isEmpty();
  }

  private int delete(List<RunId> runs) {
    int deleted = 0;
    List<WorkFailedException> failures = new ArrayList<>();
    for (int from = 0; from < runs.size(); from += BATCH) {
      List<RunId> batch = runs.subList(from, Math.min(from + BATCH, runs.size()));
      deleted += stores.journal().deleteAll(withoutFolders(batch, failures));
    }
    if (!failures.isEmpty()) {
      WorkFailedException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return deleted;
  }

  /** The folder goes first: without its run, nobody would find it again. */
  private List<RunId> withoutFolders(List<RunId> runs, List<WorkFailedException> failures) {
    List<RunId> clear = new ArrayList<>();
    for (RunId run : runs) {
      try {
        folders.delete(run);
        clear.add(run);
      } catch (WorkFailedException e) {
        failures.add(e);
      }
    }
    return clear;
  }

  private int forgetObservations(RetentionPolicy policy) {
    PatternMemory memory = stores.memory();
    int forgotten = 0;
    for (RepositoryId repository : memory.repositories()) {
      forgotten += memory.forgetBefore(repository, oldest(policy));
      forgotten += memory.forgetBeyond(repository, policy.observations());
    }
    return forgotten;
  }

  private int deleteExperiments(RetentionPolicy policy) {
    List<StoredExperiment> over = stores.experiments().list(ExperimentQuery.over());
    int deleted = 0;
    for (int place = 0; place < over.size(); place++) {
      boolean old = over.get(place).endedAt().orElseThrow().isBefore(oldest(policy));
      if (old || place >= policy.experiments()) {
        deleted += stores.experiments().delete(over.get(place).id()) ? 1 : 0;
      }
    }
    return deleted;
  }

  private Instant oldest(RetentionPolicy policy) {
    return clock.instant().minus(policy.age());
  }

  private static RunQuery over() {
    Set<RunStatus> ended =
        Arrays.stream(RunStatus.values()).filter(RunStatus::isFinal).collect(Collectors.toSet());
    return new RunQuery(Optional.empty(), ended, Integer.MAX_VALUE);
  }
}
