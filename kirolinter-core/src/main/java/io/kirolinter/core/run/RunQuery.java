package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import java.util.Optional;
import java.util.Set;

/**
 * Which runs are wanted, the newest first.
 *
 * @param repository empty for all
 * @param statuses empty for all
 * @param limit the most runs given back; 1 or more
 */
public record RunQuery(Optional<RepositoryId> repository, Set<RunStatus> statuses, int limit) {

  public RunQuery {
    requireNonNull(repository, "repository");
    statuses = Set.copyOf(statuses);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, was " + limit);
    }
  }

  public static RunQuery newest(int limit) {
    return new RunQuery(Optional.empty(), Set.of(), limit);
  }

  /** {@return every run that is not over} */
  public static RunQuery living() {
    return new RunQuery(
        Optional.empty(),
        Set.of(RunStatus.QUEUED, RunStatus.RUNNING, RunStatus.WAITING),
        Integer.MAX_VALUE);
  }

  public RunQuery of(RepositoryId wanted) {
    return new RunQuery(Optional.of(wanted), statuses, limit);
  }
}
