package io.kirolinter.core.run;

import java.time.Instant;
import java.util.Optional;

/** The answer to who asks for a lease. */
public sealed interface Claim {

  /** The run is the caller's to work on. */
  record Granted(Lease lease) implements Claim {}

  /**
   * Somebody works on the run, or on another one that changes the same repository.
   *
   * @param holder the run that stands in the way
   * @param until when its lease ends, if it is not renewed
   */
  record Busy(RunId holder, String owner, Instant until) implements Claim {}

  /** The run is over; nobody can work on it any more. */
  record Over(RunStatus status) implements Claim {}

  default Optional<Lease> granted() {
    return this instanceof Granted granted ? Optional.of(granted.lease()) : Optional.empty();
  }
}
