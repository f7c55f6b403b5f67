package io.kirolinter.core.store.redis;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which repository each run is, and in which order they were made, over all repositories.
 *
 * <p>In a cluster the index lies elsewhere than the runs. A run is therefore written to the index
 * first and taken from it last: whoever dies in between leaves an entry without a run, which all
 * readers pass over, and never a run that nobody finds.
 */
final class RunIndex {

  /**
   * A run by its name and place.
   *
   * @param text sorts in the order in which the runs were made
   */
  record Entry(String text, RunId id, RepositoryId repository) {

    static Entry of(RunId id, RunPlan plan) {
      String text = TimeText.of(plan.createdAt()) + id + plan.repository();
      return new Entry(text, id, plan.repository());
    }

    static Entry of(String text) {
      return new Entry(
          text,
          RunId.of(text.substring(TimeText.LENGTH, ID_END)),
          new RepositoryId(text.substring(ID_END)));
    }
  }

  private static final int ID_END = TimeText.LENGTH + "20261122-181530-4f2ac1".length();

  private static final List<String> KEYS = List.of(Keys.ENTRIES, Keys.NEWEST, Keys.LIVING);

  private final RedisLink link;

  /** A run never moves to another repository. */
  private final Cache<RunId, Keys> known = CacheBuilder.newBuilder().maximumSize(1_000).build();

  RunIndex(RedisLink link) {
    this.link = link;
  }

  /** {@return false if another run has this id} */
  boolean add(Run run) {
    Entry entry = Entry.of(run.id(), run.plan());
    String over = run.state().status().isFinal() ? "1" : "0";
    List<@Nullable Object> answer =
        link.run(
            "write a run to",
            Script.INDEX,
            List.of(Keys.ENTRIES, Keys.NEWEST, Keys.LIVING, Keys.RUN_REPOSITORIES),
            run.id(),
            entry.text(),
            over,
            entry.repository());
    boolean added = "added".equals(answer.get(0));
    if (added) {
      known.put(run.id(), Keys.of(entry.repository()));
    }
    return added;
  }

  /** {@return the keys of the repository in which a run is, if it is known} */
  Optional<Keys> keys(RunId id) {
    Keys keys = known.getIfPresent(id);
    return Optional.ofNullable(keys == null ? lookUp(List.of(id)).get(id) : keys);
  }

  /** Takes runs that are over from those that live. */
  void over(Collection<RunId> ids) {
    if (!ids.isEmpty()) {
      link.run(
          "list the runs of",
          Script.OVER,
          List.of(Keys.ENTRIES, Keys.LIVING),
          ids.stream().map(RunId::value).toArray());
    }
  }

  /** Forgets runs that were deleted. */
  void remove(Collection<RunId> ids) {
    if (!ids.isEmpty()) {
      link.run("delete a run of", Script.UNINDEX, KEYS, ids.toArray());
      known.invalidateAll(ids);
    }
  }

  /** {@return the keys of the repositories in which these runs are, of those that are known} */
  Map<RunId, Keys> keys(Collection<RunId> ids) {
    Map<RunId, Keys> found = new LinkedHashMap<>(known.getAllPresent(ids));
    List<RunId> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      found.putAll(lookUp(missing));
    }
    return found;
  }

  private Map<RunId, Keys> lookUp(List<RunId> ids) {
    List<@Nullable Object> entries =
        link.run("find a run in", Script.FIELDS, List.of(Keys.ENTRIES), ids.toArray());
    Map<RunId, Keys> found = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      Object entry = entries.get(i);
      if (entry != null) {
        found.put(ids.get(i), Keys.of(Entry.of(entry.toString()).repository()));
      }
    }
    known.putAll(found);
    return found;
  }
}
