package io.kirolinter.core.store.privacy;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Masks what is observed; keys and names of counters are masked alike whenever they are used. */
record PrivateMemory(PatternMemory memory) implements PatternMemory {

  @Override
  public void observe(RepositoryId repository, String key, Collection<Observation> observations) {
    memory.observe(
        repository, Redaction.of(key), observations.stream().map(PrivateMemory::redacted).toList());
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
    return memory.increment(repository, Redaction.of(counter), by);
  }

  @Override
  public long counter(RepositoryId repository, String counter) {
    return memory.counter(repository, Redaction.of(counter));
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

  private static Observation redacted(Observation observation) {
    return new Observation(
        observation.kind(),
        Redaction.of(observation.subject()),
        observation.weight(),
        Redaction.ofJson(observation.detail()),
        observation.at());
  }
}
