package io.kirolinter.core.experience;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The fixes that were proposed in a repository, each with what became of it, in its memory. They
 * have no age; of each kind, the newest 10,000 count. A fate is written once, when it changes.
 *
 * <p>Every method throws {@link StoreException} if the memory cannot be reached.
 */
public final class FixFates {

  static final String FIX = PatternMemory.LASTING + "fix";
  static final String FATE = PatternMemory.LASTING + "fate";
  private static final int MOST = 10_000;

  private final PatternMemory memory;
  private final RepositoryId repository;

  private FixFates(PatternMemory memory, RepositoryId repository) {
    this.memory = memory;
    this.repository = repository;
  }

  /** {@return those of a repository} */
  public static FixFates of(PatternMemory memory, RepositoryId repository) {
    return new FixFates(requireNonNull(memory, "memory"), requireNonNull(repository, "repository"));
  }

  /** What is written of a change. */
  private record Change(Fate fate, String evidence, Optional<CommitId> seenIn) {}

  /**
   * Remembers the fixes of a proposal; a second time changes nothing.
   *
   * @param run the one that made all of them
   * @param branch where they wait; empty if they went into the checkout
   */
  public void proposed(RunId run, Optional<String> branch, Collection<FixTrace> fixes) {
    memory.observe(
        repository,
        "fixes/" + run + branch.map(name -> "/" + name).orElse(""),
        fixes.stream()
            .map(fix -> new Observation(FIX, fix.key(), 1, Json.write(fix), fix.at()))
            .toList());
  }

  /** Remembers that a fix has another fate now; the same fate again changes nothing. */
  public void changed(
      FixFate before, Fate now, String evidence, Optional<CommitId> seenIn, Instant at) {
    if (before.fate() == now) {
      return;
    }
    String key = before.trace().key();
    memory.observe(
        repository,
        "fate/" + key + "/" + before.changes(),
        List.of(new Observation(FATE, key, 1, Json.write(new Change(now, evidence, seenIn)), at)));
  }

  /** {@return all fixes, the newest first} */
  public List<FixFate> all() {
    Map<String, FixFate> fates = new LinkedHashMap<>();
    for (Observation one : memory.observations(repository, FIX, MOST)) {
      read(one, FixTrace.class).ifPresent(fix -> fates.put(fix.key(), FixFate.open(fix)));
    }
    if (fates.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> changes = new HashMap<>();
    List<Observation> newestFirst = memory.observations(repository, FATE, MOST);
    newestFirst.forEach(one -> changes.merge(one.subject(), 1, Integer::sum));
    for (Observation one : newestFirst) {
      FixFate known = fates.get(one.subject());
      if (known != null && known.changes() == 0) {
        read(one, Change.class)
            .map(change -> with(known, change, one.at(), changes.getOrDefault(one.subject(), 1)))
            .ifPresent(fate -> fates.put(one.subject(), fate));
      }
    }
    return List.copyOf(fates.values());
  }

  /** {@return how many fixes were forgotten, with all that became of them} */
  int forget(Predicate<FixTrace> unwanted) {
    List<String> keys =
        all().stream().map(FixFate::trace).filter(unwanted).map(FixTrace::key).toList();
    memory.forgetIf(repository, FATE, one -> keys.contains(one.subject()));
    return memory.forgetIf(repository, FIX, one -> keys.contains(one.subject()));
  }

  private static FixFate with(FixFate known, Change change, Instant at, int changes) {
    return new FixFate(
        known.trace(), change.fate(), change.evidence(), change.seenIn(), at, changes);
  }

  /** What a newer release wrote in another form is not known here. */
  private static <T> Optional<T> read(Observation one, Class<T> type) {
    try {
      return Optional.of(Json.read(one.detail(), type));
    } catch (StoreException e) {
      return Optional.empty();
    }
  }
}
