package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes the ids of new runs. Where hundreds start in one second, two would now and then get the
 * same by chance; those of one process never do. Safe for use by many threads.
 */
final class RunIds {

  /** More than one process starts in a second. */
  private static final int REMEMBERED = 2_000;

  private final RandomGenerator random;
  private final Deque<RunId> order = new ArrayDeque<>();
  private final Set<RunId> recent = new HashSet<>();

  RunIds(RandomGenerator random) {
    this.random = random;
  }

  synchronized RunId next(Instant start) {
    RunId id = RunId.next(start, random);
    while (!recent.add(id)) {
      id = RunId.next(start, random);
    }
    order.add(id);
    if (order.size() > REMEMBERED) {
      recent.remove(order.remove());
    }
    return id;
  }
}
