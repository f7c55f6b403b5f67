package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.store.ResultCache;
import java.util.Collection;
import java.util.Map;

/** A cache for one attempt of a step, of no use to it once the attempt was given up. */
record FencedCache(ResultCache cache, Fence fence) implements ResultCache {

  @Override
  public Map<String, String> get(Collection<String> keys) {
    fence.requireOpen();
    return cache.get(keys);
  }

  @Override
  public void put(Map<String, String> entries) {
    fence.requireOpen();
    cache.put(entries);
  }
}
