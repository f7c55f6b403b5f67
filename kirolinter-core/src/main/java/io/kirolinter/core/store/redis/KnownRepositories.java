package io.kirolinter.core.store.redis;

import io.kirolinter.core.repository.RepositoryId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The repositories about which something was learned. One is written down before the first thing
 * that is known of it, and stays: a look at its own keys tells whether there still is any.
 */
final class KnownRepositories {

  private static final String ACTION = "list the repositories of";
  private static final List<String> KEYS = List.of(Keys.REPOSITORIES);

  private final RedisLink link;
  private final Set<RepositoryId> written = ConcurrentHashMap.newKeySet();

  KnownRepositories(RedisLink link) {
    this.link = link;
  }

  void add(RepositoryId repository) {
    if (!written.contains(repository)) {
      link.run("write a repository to", Script.ADD_MEMBER, KEYS, repository);
      written.add(repository);
    }
  }

  /** All are asked at once. */
  Set<RepositoryId> list() {
    Map<String, CompletableFuture<List<@Nullable Object>>> sent = new TreeMap<>();
    for (Object repository : link.run(ACTION, Script.MEMBERS, KEYS)) {
      String name = String.valueOf(repository);
      Keys keys = Keys.of(new RepositoryId(name));
      sent.put(
          name, link.start(Script.EXISTS, List.of(keys.kinds(), keys.observed(), keys.counters())));
    }
    return sent.entrySet().stream()
        .filter(entry -> !"0".equals(String.valueOf(link.await(ACTION, entry.getValue()).get(0))))
        .map(entry -> new RepositoryId(entry.getKey()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
