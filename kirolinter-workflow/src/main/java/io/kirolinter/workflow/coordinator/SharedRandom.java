package io.kirolinter.workflow.coordinator;

import java.util.random.RandomGenerator;

/** Lets many threads draw from a generator that is made for one. */
final class SharedRandom implements RandomGenerator {

  private final RandomGenerator generator;

  SharedRandom(RandomGenerator generator) {
    this.generator = generator;
  }

  @Override
  public synchronized long nextLong() {
    return generator.nextLong();
  }
}
