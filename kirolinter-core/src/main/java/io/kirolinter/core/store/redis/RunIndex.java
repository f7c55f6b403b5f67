package io.kirolinter.core.store.redis;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import java.util.Collection;
import java.util.List;
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
  private final Cache<RunId, RepositoryId> known =
      CacheBuilder.newBuilder().maximumSize(1_000).build();

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
      known.put(run.id(), entry.repository());
    }
    return added;
  }

  /** {@return in which repository a run is, if it is known} */
  Optional<RepositoryId> repository(RunId id) {
    RepositoryId repository = known.getIfPresent(id);
    return repository == null ? lookUp(id) : Optional.of(repository);
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

  void remove(RunId id) {
    link.run("delete a run of", Script.UNINDEX, KEYS, id);
    known.invalidate(id);
  }

  private Optional<RepositoryId> lookUp(RunId id) {
    Object text = link.run("find a run in", Script.FIELDS, List.of(Keys.ENTRIES), id).get(0);
    Optional<RepositoryId> found =
        Optional.ofNullable(text).map(entry -> Entry.of(entry.toString()).repository());
    found.ifPresent(repository -> known.put(id, repository));
    return found;
  }
}
