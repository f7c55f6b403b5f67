package io.kirolinter.core.work;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;

/**
 * A run that a queue gave to a worker.
 *
 * @param worker who got it
 * @param token higher with every delivery of the run, so that what an earlier one says is not heard
 * @param refusals how often workers gave the run back because they cannot work on it
 */
public record Delivery(
    RunId run, RepositoryId repository, String worker, long token, int refusals) {

  public Delivery {
    requireNonNull(run, "run");
    requireNonNull(repository, "repository");
    requireNonNull(worker, "worker");
    if (token < 1) {
      throw new IllegalArgumentException("token must be >= 1, was " + token);
    }
    if (refusals < 0) {
      throw new IllegalArgumentException("refusals must be >= 0, was " + refusals);
    }
  }

  /** {@return the same, to be given back as one that this worker cannot work on} */
  public Delivery refused() {
    return new Delivery(run, repository, worker, token, refusals + 1);
  }
}
