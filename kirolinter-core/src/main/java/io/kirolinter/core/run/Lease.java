package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The right to work on a run, for a time.
 *
 * @param owner which process holds it
 * @param token the fencing token: higher with every claim of the run, and checked by every write
 * @param expiresAt from then on others may claim the run
 */
public record Lease(RunId run, String owner, long token, Instant expiresAt) {

  public Lease {
    requireNonNull(run, "run");
    requireNonNull(owner, "owner");
    requireNonNull(expiresAt, "expiresAt");
    if (token < 1) {
      throw new IllegalArgumentException("token must be >= 1, was " + token);
    }
  }
}
