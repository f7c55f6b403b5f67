package io.kirolinter.agents.predict.history;

import com.google.common.hash.Hashing;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.store.ResultCache;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the history of one repository is kept: in a few places that take turns, so that work on
 * several branches goes on from its own past, and no more is kept however often it is read.
 */
final class HistorySlots {

  private static final int PLACES = 3;

  /** What lies in one place. */
  private record Slot(int number, CommitId commit, int commits) {}

  /** What lies where, the newest entry first. */
  private record Slots(List<Slot> inUse) {

    Slots {
      inUse = List.copyOf(inUse);
    }
  }

  private final ResultCache cache;
  private final String key;

  HistorySlots(ResultCache cache, String repository) {
    this.cache = cache;
    key =
        "predict/history/%d/%s"
            .formatted(
                StoredHistory.VERSION,
                Hashing.sha256().hashString(repository, StandardCharsets.UTF_8).asLong());
  }

  /** {@return the longest of the kept histories that pass, if it is still there and sound} */
  Optional<StoredHistory> longest(Predicate<CommitId> wanted) {
    return slots().inUse().stream()
        .filter(slot -> wanted.test(slot.commit()))
        .max((a, b) -> Integer.compare(a.commits(), b.commits()))
        .flatMap(this::content);
  }

  void put(History history, CommitId commit, Instant at) {
    List<Slot> inUse = new ArrayList<>(slots().inUse());
    inUse.removeIf(slot -> slot.commit().equals(commit));
    Slot slot = new Slot(free(inUse), commit, history.commits());
    inUse.removeIf(other -> other.number() == slot.number());
    inUse.add(0, slot);
    cache.put(
        Map.of(
            key,
            Json.write(new Slots(inUse)),
            keyOf(slot),
            Json.write(history.stored(commit, at))));
  }

  /** {@return a place that is not in use, or that which was written first} */
  private static int free(List<Slot> inUse) {
    for (int number = 0; number < PLACES; number++) {
      int place = number;
      if (inUse.stream().noneMatch(slot -> slot.number() == place)) {
        return number;
      }
    }
    return inUse.get(inUse.size() - 1).number();
  }

  /** Another process may have put something else there meanwhile. */
  private Optional<StoredHistory> content(Slot slot) {
    return read(keyOf(slot), StoredHistory.class)
        .filter(stored -> stored.commit().equals(slot.commit()));
  }

  private Slots slots() {
    return read(key, Slots.class).orElse(new Slots(List.of()));
  }

  private String keyOf(Slot slot) {
    return key + "/" + slot.number();
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    String json = cache.get(List.of(name)).get(name);
    try {
      return json == null ? Optional.empty() : Optional.of(Json.read(json, type));
    } catch (StoreException e) {
      return Optional.empty(); // a cache may hold anything; it is written anew
    }
  }
}
