package io.kirolinter.core.testing;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/** A memory that knows which kinds and counters were written, so that all of it can be shown. */
final class WatchedMemory implements PatternMemory {

  private static final int MOST = 10_000;

  private final PatternMemory memory;
  private final Set<String> kinds = new ConcurrentSkipListSet<>();
  private final Set<String> counters = new ConcurrentSkipListSet<>();

  WatchedMemory(PatternMemory memory) {
    this.memory = memory;
  }

  /** {@return all that was written about a repository, by kind or counter} */
  Map<String, String> state(RepositoryId repository) {
    Map<String, String> state = new TreeMap<>();
    kinds.forEach(kind -> state.put(kind, observations(repository, kind, MOST).toString()));
    counters.forEach(name -> state.put(name, String.valueOf(counter(repository, name))));
    return state;
  }

  @Override
  public void observe(RepositoryId repository, String key, Collection<Observation> observations) {
    observations.forEach(one -> kinds.add(one.kind()));
    memory.observe(repository, key, observations);
  }

  @Override
  public List<Observation> observations(RepositoryId repository, String kind, int limit) {
    return memory.observations(repository, kind, limit);
  }

  @Override
  public List<Pattern> patterns(
      RepositoryId repository, String kind, Duration halfLife, Instant now) {
    return memory.patterns(repository, kind, halfLife, now);
  }

  @Override
  public long increment(RepositoryId repository, String counter, long by) {
    counters.add(counter);
    return memory.increment(repository, counter, by);
  }

  @Override
  public long counter(RepositoryId repository, String counter) {
    return memory.counter(repository, counter);
  }

  @Override
  public int forgetBefore(RepositoryId repository, Instant oldest) {
    return memory.forgetBefore(repository, oldest);
  }

  @Override
  public int forgetBeyond(RepositoryId repository, int keep) {
    return memory.forgetBeyond(repository, keep);
  }

  @Override
  public int forgetIf(RepositoryId repository, String kind, Predicate<Observation> unwanted) {
    return memory.forgetIf(repository, kind, unwanted);
  }

  @Override
  public Set<RepositoryId> repositories() {
    return memory.repositories();
  }

  @Override
  public void forget(RepositoryId repository) {
    memory.forget(repository);
  }
}
