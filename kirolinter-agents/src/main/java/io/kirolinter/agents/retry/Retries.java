package io.kirolinter.agents.retry;

import io.kirolinter.core.run.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Tries again by a policy, while a service is busy. Immutable; safe for use by many threads. */
public final class Retries {

  /** Whoever wants to be left alone for longer is told nothing in this run. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final Pause pause;

  private Retries(RetryPolicy policy, RandomGenerator random, Pause pause) {
    this.policy = policy;
    this.random = random;
    this.pause = pause;
  }

  /**
   * {@return retries by a policy}
   *
   * @param random draws the waits; safe for use by many threads
   */
  public static Retries by(RetryPolicy policy, RandomGenerator random, Pause pause) {
    return new Retries(policy, random, pause);
  }

  /**
   * {@return what the work gives, at the latest on its last attempt}
   *
   * @param work throws {@link BusyException} to be tried again
   * @throws io.kirolinter.core.error.StoreException if the service was busy to the end
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  public <T> T of(Supplier<T> work) {
    for (int failed = 1; ; failed++) {
      try {
        return work.get();
      } catch (BusyException e) {
        if (failed >= policy.maxAttempts() || e.pause().compareTo(LONGEST_WAIT) > 0) {
          throw e.failure();
        }
        await(longer(policy.delayAfter(failed, random), e.pause()));
      }
    }
  }

  private void await(Duration time) {
    try {
      pause.await(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted between two attempts");
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
