package io.kirolinter.core.history;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which runs are wanted: those made in a time.
 *
 * @param repository empty for all
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record FactsQuery(Optional<RepositoryId> repository, Instant from, Instant until) {

  public FactsQuery {
    requireNonNull(repository, "repository");
    requireNonNull(from, "from");
    requireNonNull(until, "until");
  }

  /** {@return all runs of all time} */
  public static FactsQuery all() {
    return new FactsQuery(Optional.empty(), Instant.MIN, Instant.MAX);
  }

  public FactsQuery of(RepositoryId wanted) {
    return new FactsQuery(Optional.of(wanted), from, until);
  }

  /** {@return those made at this moment or later} */
  public FactsQuery since(Instant first) {
    return new FactsQuery(repository, first, until);
  }

  /** {@return those made before this moment} */
  public FactsQuery before(Instant end) {
    return new FactsQuery(repository, from, end);
  }
}
