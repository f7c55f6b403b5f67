package io.kirolinter.core.memory;

import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was learned about repositories.
 *
 * <p>Observations are appended and never overwritten; patterns are what they come to. Text passes a
 * {@link Redaction} before it is kept, keys and names of counters included. Safe for use by many
 * threads and many processes.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the store cannot be
 * reached; nothing is half-written then.
 */
public interface PatternMemory {

  /** What the kinds begin with of observations that no age makes forgotten. */
  String LASTING = "lasting-";

  /**
   * Appends observations, all or none.
   *
   * @param key an idempotency key: a second call with the same key for the same repository changes
   *     nothing, until {@link #forgetBefore} has passed the time of the first
   */
  void observe(RepositoryId repository, String key, Collection<Observation> observations);

  /**
   * {@return the observations of a kind, the newest first}
   *
   * @param limit the most that are given back; 1 or more
   */
  List<Observation> observations(RepositoryId repository, String kind, int limit);

  /**
   * {@return what the observations of a kind come to, the heaviest first; of equals, by subject}
   *
   * @param halfLife after how long an observation counts half; above zero
   * @param now the moment from which ages are measured; what was seen later has no age
   */
  List<Pattern> patterns(RepositoryId repository, String kind, Duration halfLife, Instant now);

  /**
   * Adds to a counter; at once visible to all, and lost by none.
   *
   * @return the value after the addition
   */
  long increment(RepositoryId repository, String counter, long by);

  /** {@return the value of a counter; 0 if it was never added to} */
  long counter(RepositoryId repository, String counter);

  /**
   * Deletes observations made before {@code oldest}, and the idempotency keys used before it. Those
   * of {@linkplain #LASTING lasting} kinds stay.
   *
   * @return how many there were
   */
  int forgetBefore(RepositoryId repository, Instant oldest);

  /**
   * Deletes the oldest observations of each kind beyond the newest {@code keep}.
   *
   * @param keep how many of each kind stay; 1 or more
   * @return how many were deleted
   */
  int forgetBeyond(RepositoryId repository, int keep);

  /**
   * Deletes the observations of a kind that a person wants forgotten, however young or lasting.
   *
   * @return how many there were
   */
  int forgetIf(RepositoryId repository, String kind, Predicate<Observation> unwanted);

  /** {@return the repositories about which anything is known} */
  Set<RepositoryId> repositories();

  /** Deletes all that is known about a repository. */
  void forget(RepositoryId repository);
}
