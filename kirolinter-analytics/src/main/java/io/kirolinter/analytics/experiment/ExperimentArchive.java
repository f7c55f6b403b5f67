package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.List;

/**
 * Keeps experiments in a store: the plan before the first pair, each pair when it has ended. An
 * experiment that was cut off goes on with them. Safe for use by many threads and many processes.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the store cannot be
 * reached.
 */
public final class ExperimentArchive {

  private static final String KIND = "ab-test";
  private static final int VERSION = 2;

  private final ExperimentStore store;

  public ExperimentArchive(ExperimentStore store) {
    this.store = requireNonNull(store, "store");
  }

  /**
   * What was written down before the first pair.
   *
   * @param places the snapshots by the number of their block, the first for block 1
   */
  public record Beginning(ExperimentPlan plan, List<Place> places) {

    public Beginning {
      requireNonNull(plan, "plan");
      places = List.copyOf(places);
      int blocks = plan.design().blocks().count();
      if (places.size() != blocks) {
        throw new IllegalArgumentException(
            "%d blocks are planned, got %d places".formatted(blocks, places.size()));
      }
    }
  }

  /**
   * Writes down an experiment before its first pair.
   *
   * @throws InvalidRequestException if there is another one with its id
   */
  public void begin(RepositoryId repository, Beginning beginning) {
    ExperimentPlan plan = beginning.plan();
    StoredExperiment planned =
        StoredExperiment.planned(
            plan.experimentId(),
            repository,
            KIND,
            VERSION,
            Json.write(beginning),
            plan.plannedAt());
    if (!store.create(planned)) {
      throw refused("begin", plan.experimentId(), "there is one with this id already", "a new id");
    }
  }

  /**
   * {@return what was written down of an experiment}
   *
   * @throws InvalidRequestException if there is none with this id, or this release cannot read it
   */
  public Beginning beginning(String id) {
    StoredExperiment stored = find(id);
    return Json.read(stored.plan(), Beginning.class);
  }

  /** {@return the pairs that have ended, in their order} */
  public List<PairResult> pairs(String id) {
    find(id);
    return store.results(id).stream().map(json -> Json.read(json, PairResult.class)).toList();
  }

  /**
   * Adds a pair that has ended.
   *
   * @throws InvalidRequestException if another process has added one in its place, or ended the
   *     experiment; what is there stays
   */
  public void add(String id, PairResult pair) {
    if (!store.append(id, pair.planned().number(), Json.write(pair))) {
      throw refused(
          "add to",
          id,
          "pair %d is there already, or the experiment is over".formatted(pair.planned().number()),
          "one process at a time that works on it");
    }
  }

  /** Ends an experiment with so many pairs, unless it is over already. */
  public void end(String id, int pairs, Instant at) {
    store.end(id, pairs, ExperimentStatus.ENDED, at);
  }

  /**
   * {@return everything about an experiment}
   *
   * @throws InvalidRequestException if there is none with this id, or this release cannot read it
   */
  public ExperimentReport report(String id) {
    return report(find(id));
  }

  /**
   * {@return the experiments that the query asks for, the newest first} Those of other kinds, and
   * of releases whose form this one cannot read, are left out.
   */
  public List<ExperimentReport> reports(ExperimentQuery query) {
    return store.list(query).stream()
        .filter(ExperimentArchive::isReadable)
        .map(this::report)
        .toList();
  }

  private ExperimentReport report(StoredExperiment stored) {
    Beginning beginning = Json.read(stored.plan(), Beginning.class);
    List<PairResult> pairs = pairs(stored.id());
    return new ExperimentReport(
        stored.id(),
        stored.repository(),
        stored.status(),
        stored.createdAt(),
        stored.endedAt(),
        beginning.places(),
        pairs,
        Experiment.of(beginning.plan()).analyse(pairs));
  }

  private StoredExperiment find(String id) {
    StoredExperiment stored =
        store
            .find(id)
            .orElseThrow(() -> refused("find", id, "there is no such experiment", "the id of one"));
    if (!isReadable(stored)) {
      throw refused(
          "read",
          id,
          "it is of the kind %s, version %d".formatted(stored.kind(), stored.version()),
          "%s, version %d".formatted(KIND, VERSION));
    }
    return stored;
  }

  /** No release wrote version 1. */
  private static boolean isReadable(StoredExperiment stored) {
    return stored.kind().equals(KIND) && stored.version() == VERSION;
  }

  private static InvalidRequestException refused(
      String action, String id, String found, String expected) {
    return new InvalidRequestException(
        ErrorMessage.cannot(action, "experiment", id)
            .found(found)
            .expected(expected)
            .remedy("Nothing was changed."));
  }
}
