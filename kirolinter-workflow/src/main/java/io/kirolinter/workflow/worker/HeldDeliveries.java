package io.kirolinter.workflow.worker;

import io.kirolinter.core.run.RunId;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.core.work.WorkQueue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a worker has in hand, kept from being given to others. Safe for use by many threads. */
final class HeldDeliveries {

  private final WorkQueue queue;
  private final Map<RunId, Delivery> held = new ConcurrentHashMap<>();

  HeldDeliveries(WorkQueue queue) {
    this.queue = queue;
  }

  void add(Delivery delivery) {
    held.put(delivery.run(), delivery);
  }

  /** Removes this delivery, and not a later one of the same run. */
  void remove(Delivery delivery) {
    held.remove(delivery.run(), delivery);
  }

  /** One that is lost meanwhile is left: the lease of its run decides who goes on. */
  void extendAll() {
    held.values().forEach(queue::extend);
  }
}
