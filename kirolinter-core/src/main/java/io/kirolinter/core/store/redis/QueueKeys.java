package io.kirolinter.core.store.redis;

import io.kirolinter.core.repository.RepositoryId;

/**
 * The names of the keys of the queue. All lie in one slot, also in a cluster: so each change of the
 * queue is one script, and no death of a process leaves it half done.
 */
final class QueueKeys {

  private static final String QUEUE = "kirolinter:all:{queue}:";

  /** Of each repository that has runs the first, in the order in which they are given out. */
  static final String STREAM = QUEUE + "stream";

  /** All runs in the queue, by their ids. */
  static final String ENTRIES = QUEUE + "entries";

  /** The first run of each repository: in the stream, or parked. */
  static final String FRONTS = QUEUE + "fronts";

  /** First runs that wait for a time. */
  static final String PARKED = QUEUE + "parked";

  /** Tokens of the runs that were delivered, and where in the stream they are. */
  static final String HELD = QUEUE + "held";

  private QueueKeys() {}

  /** {@return the runs of the repository behind the first} */
  static String line(RepositoryId repository) {
    return QUEUE + "line:" + repository.value();
  }

  /** {@return where the answer to a call is kept while the call may be repeated} */
  static String call(String call) {
    return QUEUE + "call:" + call;
  }
}
