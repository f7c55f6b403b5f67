package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All there is to know about an experiment, to be shown or drawn.
 *
 * @param endedAt empty while pairs are missing
 * @param places the snapshots; the block of a pair is the place in this list, from 1
 * @param pairs that have ended, in their order
 * @param result what they say
 */
public record ExperimentReport(
    String experimentId,
    RepositoryId repository,
    ExperimentStatus status,
    Instant plannedAt,
    Optional<Instant> endedAt,
    List<Place> places,
    List<PairResult> pairs,
    ExperimentResult result) {

  public ExperimentReport {
    requireNonNull(status, "status");
    requireNonNull(endedAt, "endedAt");
    places = List.copyOf(places);
    pairs = List.copyOf(pairs);
    requireNonNull(result, "result");
  }
}
