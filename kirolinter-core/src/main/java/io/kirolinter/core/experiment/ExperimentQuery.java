package io.kirolinter.core.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import java.util.Optional;
import java.util.Set;

/**
 * Which experiments are wanted, the newest first.
 *
 * @param repository empty for all
 * @param statuses empty for all
 * @param limit the most experiments given back; 1 or more
 */
public record ExperimentQuery(
    Optional<RepositoryId> repository, Set<ExperimentStatus> statuses, int limit) {

  public ExperimentQuery {
    requireNonNull(repository, "repository");
    statuses = Set.copyOf(statuses);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, was " + limit);
    }
  }

  public static ExperimentQuery newest(int limit) {
    return new ExperimentQuery(Optional.empty(), Set.of(), limit);
  }

  /** {@return every experiment that is over} */
  public static ExperimentQuery over() {
    return new ExperimentQuery(
        Optional.empty(),
        Set.of(ExperimentStatus.ENDED, ExperimentStatus.CANCELLED),
        Integer.MAX_VALUE);
  }

  public ExperimentQuery of(RepositoryId wanted) {
    return new ExperimentQuery(Optional.of(wanted), statuses, limit);
  }
}
