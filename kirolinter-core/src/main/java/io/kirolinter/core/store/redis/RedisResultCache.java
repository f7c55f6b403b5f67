package io.kirolinter.core.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.Lists;
import com.google.common.hash.Hashing;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.store.ResultCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Results under keys of their own, spread over the slots of a cluster. Each stays for 30 days after
 * its last use, and carries a checksum over its key and its value.
 *
 * <p>After trouble the cache is left alone for a minute, so that a slow server does not slow down
 * each look, and that is said once.
 */
final class RedisResultCache implements ResultCache {

  private static final Duration AGE = Duration.ofDays(30);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final int SHARDS = 16;
  private static final int CHECKSUM_LENGTH = 8;

  /** How many entries are asked for at once: an answer must come within the client's patience. */
  private static final int AT_ONCE = 200;

  private final RedisLink link;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

  RedisResultCache(RedisLink link, InstantSource clock, Consumer<String> notices) {
    this.link = link;
    this.clock = clock;
    this.notices = notices;
  }

  @Override
  public Map<String, String> get(Collection<String> keys) {
    return use(Map.of(), () -> found(keys));
  }

  @Override
  public void put(Map<String, String> entries) {
    use(
        entries,
        () -> {
          keep(entries);
          return entries;
        });
  }

  private Map<String, String> found(Collection<String> keys) {
    Map<List<String>, CompletableFuture<List<@Nullable Object>>> sent = new HashMap<>();
    for (List<String> chunk : chunks(keys)) {
      sent.put(chunk, link.start(Script.CACHE_GET, names(chunk), AGE.toMillis()));
    }
    Map<String, String> found = new HashMap<>();
    sent.forEach(
        (chunk, answer) -> addWhole(chunk, link.await("read results from", answer), found));
    return found;
  }

  private void keep(Map<String, String> entries) {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (List<String> chunk : chunks(entries.keySet())) {
      List<Object> values = new ArrayList<>();
      values.add(AGE.toMillis());
      for (String key : chunk) {
        String value = entries.getOrDefault(key, "");
        values.add(checksum(key, value) + value);
      }
      sent.add(link.start(Script.CACHE_PUT, names(chunk), values.toArray()));
    }
    sent.forEach(answer -> link.await("keep results in", answer));
  }

  private <T> T use(T without, Supplier<T> work) {
    if (clock.instant().isBefore(restsUntil.get())) {
      return without;
    }
    try {
      return work.get();
    } catch (StoreException e) {
      Instant before = restsUntil.getAndSet(clock.instant().plus(REST));
      if (before.equals(Instant.MIN)) {
        notices.accept(e.getMessage() + " Until then results are computed each time.");
      }
      return without; // nothing kept, or nothing found: the caller computes it again
    }
  }

  private static List<List<String>> chunks(Collection<String> keys) {
    Map<Integer, List<String>> shards = new TreeMap<>();
    keys.stream()
        .distinct()
        .forEach(key -> shards.computeIfAbsent(shard(key), any -> new ArrayList<>()).add(key));
    return shards.values().stream()
        .flatMap(shard -> Lists.partition(shard, AT_ONCE).stream())
        .toList();
  }

  private static List<String> names(List<String> chunk) {
    return chunk.stream().map(key -> Keys.result(shard(key), key)).toList();
  }

  private static int shard(String key) {
    return Math.floorMod(key.hashCode(), SHARDS);
  }

  private static void addWhole(
      List<String> keys, List<@Nullable Object> values, Map<String, String> found) {
    for (int i = 0; i < keys.size(); i++) {
      Object kept = values.get(i);
      if (kept != null && kept.toString().length() >= CHECKSUM_LENGTH) {
        String value = kept.toString().substring(CHECKSUM_LENGTH);
        if (kept.toString().startsWith(checksum(keys.get(i), value))) {
          found.put(keys.get(i), value);
        }
      }
    }
  }

  private static String checksum(String key, String value) {
    return Hashing.crc32c().hashString(key + "\n" + value, UTF_8).toString();
  }
}
