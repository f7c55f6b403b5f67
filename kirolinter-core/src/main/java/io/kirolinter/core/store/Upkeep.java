package io.kirolinter.core.store;

import java.time.Duration;

/**
 * What is done for a store as a whole, by whichever process comes first. Safe for use by many
 * threads and many processes.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the store cannot be
 * reached.
 */
public interface Upkeep {

  /**
   * Takes the turn at a chore, unless somebody took it less than {@code interval} ago. Costs one
   * reading where the turn is not free. A clock that jumped back makes it free.
   *
   * @param chore its name, kebab-case
   * @return whether the chore is the caller's to do
   */
  boolean takeTurn(String chore, Duration interval);

  /**
   * Gives the space of what was deleted back to where it came from, as far as it can be done within
   * a time; others can go on meanwhile. Does nothing where the store does so by itself, or somebody
   * else is in the way.
   *
   * @param most how long it may take, about
   * @return how many bytes were given back
   */
  long reclaim(Duration most);
}
