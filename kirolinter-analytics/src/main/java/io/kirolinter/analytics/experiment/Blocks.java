package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The snapshots that the pairs of an experiment run on.
 *
 * @param count how many; pairs take turns on them, in an order drawn from the seed
 */
public record Blocks(int count, Origin origin) {

  /** How the snapshots came to be those; on it rests what can be said beyond them. */
  public enum Origin {
    /** All pairs run on one snapshot, so the result is about that one. */
    @JsonProperty("one")
    ONE,
    /** Drawn at random, so the result is about all of those they were drawn from. */
    @JsonProperty("drawn")
    DRAWN,
    /** Chosen by somebody. */
    @JsonProperty("given")
    GIVEN
  }

  public Blocks {
    requireNonNull(origin, "origin");
    if (count < 1 || (origin == Origin.ONE && count > 1)) {
      throw new IllegalArgumentException("%d blocks cannot be %s".formatted(count, origin));
    }
  }

  public static Blocks one() {
    return new Blocks(1, Origin.ONE);
  }

  public static Blocks drawn(int count) {
    return new Blocks(count, Origin.DRAWN);
  }

  public static Blocks given(int count) {
    return new Blocks(count, Origin.GIVEN);
  }

  /** Whether so many pairs are independent and alike: no drawn block is used twice. */
  boolean areAlike(int pairs) {
    return origin == Origin.ONE || (origin == Origin.DRAWN && pairs <= count);
  }
}
