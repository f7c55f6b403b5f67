package io.kirolinter.core.store.redis;

import java.util.List;

/**
 * What leads from each version of the data to the next.
 *
 * @param upgrades the first leads from version 1 to version 2, and so on; released entries never
 *     change
 */
record Schema(List<Upgrade> upgrades) {

  /**
   * Changes the data of one version to the next; may run twice, and in several processes at once.
   */
  @FunctionalInterface
  interface Upgrade {
    void apply(RedisLink link);
  }

  /**
   * The data as this release writes it; since version 2, with the facts of runs. Since version 3,
   * with the facts of whole days as one text, which is made when it is first read: an earlier
   * release would not say that it has changed a day.
   */
  static final Schema STORES = new Schema(List.of(FactsUpgrade::apply, link -> {}));

  int version() {
    return upgrades.size() + 1;
  }

  /** {@return what leads on from {@code version}} */
  Upgrade from(int version) {
    return upgrades.get(version - 1);
  }
}
