package io.kirolinter.workflow.testkit;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.store.redis.RedisStores;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens stores by one text, in the test and in the processes that it starts. */
public final class StorePlace {

  private StorePlace() {}

  /**
   * Opens stores.
   *
   * @param place the folder of an embedded store, or the address of a Redis
   */
  public static Stores open(String place) {
    return RedisStores.isAddress(place)
        ? RedisStores.open(place, InstantSource.system(), notice -> {})
        : EmbeddedStores.open(Path.of(place), InstantSource.system());
  }
}
