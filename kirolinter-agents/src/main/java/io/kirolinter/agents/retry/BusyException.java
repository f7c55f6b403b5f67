package io.kirolinter.agents.retry;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.StoreException;
import java.time.Duration;

/** A service cannot be reached now, or has said when to come back. */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient StoreException failure;
  private final Duration wait;

  /**
   * @param failure what to tell if there is no further try
   * @param wait the service wants to be left alone for at least so long; zero if it did not say
   */
  public BusyException(StoreException failure, Duration wait) {
    super(failure.getMessage(), failure);
    this.failure = requireNonNull(failure, "failure");
    this.wait = wait;
  }

  StoreException failure() {
    return failure;
  }

  Duration pause() {
    return wait;
  }
}
