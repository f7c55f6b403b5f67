package io.kirolinter.core.store.redis;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.redis.RunIndex.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads runs, page by page along the index. */
final class RunListing {

  private static final String ACTION = "list the runs of";

  private final RedisLink link;
  private final RunIndex index;

  RunListing(RedisLink link, RunIndex index) {
    this.link = link;
    this.index = index;
  }

  /** {@return the runs that are asked for, the newest first} */
  List<Run> list(RunQuery query) {
    List<Run> found = new ArrayList<>();
    visit(query, found::add);
    return found;
  }

  /** Shows the runs that are asked for, the newest first, and keeps no more than a page of them. */
  void visit(RunQuery query, Consumer<Run> visitor) {
    boolean living = asksForLiving(query);
    AtomicInteger missing = new AtomicInteger(query.limit());
    new Pages(link, ACTION, key(query, living))
        .read(
            query.limit(),
            page -> {
              List<Run> runs = runs(page);
              if (living && query.repository().isEmpty()) {
                leaveLiving(runs);
              }
              List<Run> wanted =
                  runs.stream().filter(run -> fits(query, run)).limit(missing.get()).toList();
              wanted.forEach(visitor);
              return missing.addAndGet(-wanted.size()) > 0;
            });
  }

  /** {@return those of the runs of one repository that are there} */
  List<Run> runs(Keys keys, List<RunId> ids) {
    return runs(ids, link.await(ACTION, start(keys, ids)));
  }

  /** All repositories of a page are asked at once. */
  private List<Run> runs(List<String> page) {
    List<Entry> entries = page.stream().map(Entry::of).toList();
    Map<RepositoryId, List<RunId>> ids = new LinkedHashMap<>();
    for (Entry entry : entries) {
      ids.computeIfAbsent(entry.repository(), key -> new ArrayList<>()).add(entry.id());
    }
    Map<RepositoryId, CompletableFuture<List<@Nullable Object>>> sent = new LinkedHashMap<>();
    ids.forEach((repository, wanted) -> sent.put(repository, start(Keys.of(repository), wanted)));
    Map<RunId, Run> found = new HashMap<>();
    sent.forEach(
        (repository, answer) ->
            runs(ids.getOrDefault(repository, List.of()), link.await(ACTION, answer))
                .forEach(run -> found.put(run.id(), run)));
    return entries.stream().map(entry -> found.get(entry.id())).filter(Objects::nonNull).toList();
  }

  private CompletableFuture<List<@Nullable Object>> start(Keys keys, List<RunId> ids) {
    return link.start(Script.RUNS, ids.stream().map(keys::run).toList());
  }

  /** A run that is not there is left out: it was deleted, or is only about to be written. */
  private static List<Run> runs(List<RunId> ids, List<@Nullable Object> plansAndStates) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Object plan = plansAndStates.get(2 * i);
      Object state = plansAndStates.get(2 * i + 1);
      if (plan != null && state != null) {
        runs.add(
            new Run(
                ids.get(i),
                Json.read(plan.toString(), RunPlan.class),
                Json.read(state.toString(), RunState.class)));
      }
    }
    return runs;
  }

  /** Whoever ended these runs did not get to it. */
  private void leaveLiving(List<Run> runs) {
    Stream<Run> over = runs.stream().filter(run -> run.state().status().isFinal());
    index.over(over.map(Run::id).toList());
  }

  private static boolean asksForLiving(RunQuery query) {
    return !query.statuses().isEmpty() && query.statuses().stream().noneMatch(RunStatus::isFinal);
  }

  private static boolean fits(RunQuery query, Run run) {
    return query.statuses().isEmpty() || query.statuses().contains(run.state().status());
  }

  private static String key(RunQuery query, boolean living) {
    Optional<Keys> keys = query.repository().map(Keys::of);
    return living
        ? keys.map(Keys::living).orElse(Keys.LIVING)
        : keys.map(Keys::newest).orElse(Keys.NEWEST);
  }
}
