package io.kirolinter.core.store.redis;

import com.google.common.collect.Lists;
import io.kirolinter.core.run.RunId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes runs that are over, a hundred in three round trips. */
final class RunDeletion {

  private static final String ACTION = "delete a run of";

  /** Others wait while the server deletes so many. */
  private static final int AT_ONCE = 100;

  private final RedisLink link;
  private final RunIndex index;

  RunDeletion(RedisLink link, RunIndex index) {
    this.link = link;
    this.index = index;
  }

  /** {@return how many of the runs were there and over} */
  int delete(Collection<RunId> ids) {
    return Lists.partition(List.copyOf(ids), AT_ONCE).stream().mapToInt(this::deleteSome).sum();
  }

  private int deleteSome(List<RunId> ids) {
    Map<Keys, List<RunId>> places = new LinkedHashMap<>();
    index
        .keys(ids)
        .forEach((id, keys) -> places.computeIfAbsent(keys, any -> new ArrayList<>()).add(id));
    List<CompletableFuture<List<@Nullable Object>>> sent = new ArrayList<>();
    places.forEach((keys, runs) -> sent.add(start(keys, runs)));
    List<RunId> deleted =
        sent.stream()
            .flatMap(answer -> link.await(ACTION, answer).stream())
            .map(id -> RunId.of(String.valueOf(id)))
            .toList();
    index.remove(deleted);
    return deleted.size();
  }

  private CompletableFuture<List<@Nullable Object>> start(Keys keys, List<RunId> ids) {
    List<String> names =
        Stream.concat(
                Stream.of(keys.newest(), keys.facts(), keys.factsDays()),
                ids.stream().map(keys::run))
            .toList();
    return link.start(Script.DELETE, names, ids.toArray());
  }
}
