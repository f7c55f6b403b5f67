package io.kirolinter.core.history;

/**
 * What a run did about the findings of one rule.
 *
 * @param applied fixes that passed every check; 0 or more
 * @param dropped fixes that were left out; 0 or more
 */
public record FixFacts(int applied, int dropped) {

  public FixFacts {
    if (applied < 0 || dropped < 0) {
      throw new IllegalArgumentException(
          "fixes are counted from 0, were %d applied and %d dropped".formatted(applied, dropped));
    }
  }

  public FixFacts plus(FixFacts other) {
    return new FixFacts(applied + other.applied, dropped + other.dropped);
  }
}
