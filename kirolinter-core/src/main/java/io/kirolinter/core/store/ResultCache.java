package io.kirolinter.core.store;

import java.util.Collection;
import java.util.Map;

/**
 * Results that can be computed again at any time. An entry may vanish at any moment, and those that
 * were not used for a long time do; a damaged one is left out, never given back. No trouble with
 * the place where it is kept reaches the caller. Safe for use by many threads and many processes.
 */
public interface ResultCache {

  /** {@return the entries that are there, by their keys} */
  Map<String, String> get(Collection<String> keys);

  /** Keeps entries. A failure to keep them is not an error: the next reader computes them again. */
  void put(Map<String, String> entries);
}
