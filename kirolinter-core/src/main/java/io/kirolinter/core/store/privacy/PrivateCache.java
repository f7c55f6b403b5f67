package io.kirolinter.core.store.privacy;

import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.store.ResultCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Leaves out entries that hold a secret: a masked result would be another result. */
record PrivateCache(ResultCache cache) implements ResultCache {

  @Override
  public Map<String, String> get(Collection<String> keys) {
    return cache.get(keys);
  }

  @Override
  public void put(Map<String, String> entries) {
    Map<String, String> open = new HashMap<>(entries);
    open.entrySet().removeIf(entry -> isSecret(entry.getKey()) || isSecret(entry.getValue()));
    cache.put(open);
  }

  private static boolean isSecret(String text) {
    return !Redaction.ofJson(text).equals(text);
  }
}
