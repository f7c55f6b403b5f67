package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A memory for one attempt of a step, of no use to it once the attempt was given up. */
record FencedMemory(PatternMemory memory, Fence fence) implements PatternMemory {

  private PatternMemory open() {
    fence.requireOpen();
    return memory;
  }

  @Override
  public void observe(RepositoryId repository, String key, Collection<Observation> observations) {
    open().observe(repository, key, observations);
  }

  @Override
  public List<Observation> observations(RepositoryId repository, String kind, int limit) {
    return open().observations(repository, kind, limit);
  }

  @Override
  public List<Pattern> patterns(
      RepositoryId repository, String kind, Duration halfLife, Instant now) {
    return open().patterns(repository, kind, halfLife, now);
  }

  @Override
  public long increment(RepositoryId repository, String counter, long by) {
    return open().increment(repository, counter, by);
  }

  @Override
  public long counter(RepositoryId repository, String counter) {
    return open().counter(repository, counter);
  }

  @Override
  public int forgetBefore(RepositoryId repository, Instant oldest) {
    return open().forgetBefore(repository, oldest);
  }

  @Override
  public int forgetBeyond(RepositoryId repository, int keep) {
    return open().forgetBeyond(repository, keep);
  }

  @Override
  public int forgetIf(RepositoryId repository, String kind, Predicate<Observation> unwanted) {
    return open().forgetIf(repository, kind, unwanted);
  }

  @Override
  public Set<RepositoryId> repositories() {
    return open().repositories();
  }

  @Override
  public void forget(RepositoryId repository) {
    open().forget(repository);
  }
}
