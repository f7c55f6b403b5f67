package io.kirolinter.analytics.evolution;

/**
 * How the runs of a version came out.
 *
 * @param useful how many of them were useful
 */
public record Tally(int useful, int runs) {

  static final Tally NONE = new Tally(0, 0);

  public Tally {
    if (useful < 0 || runs < useful) {
      throw new IllegalArgumentException(
          "want 0 <= useful <= runs, was %d of %d".formatted(useful, runs));
    }
  }

  Tally plus(boolean wasUseful) {
    return new Tally(useful + (wasUseful ? 1 : 0), runs + 1);
  }
}
