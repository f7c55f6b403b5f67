package io.kirolinter.analytics.experiment;

/**
 * How much worse a winner may be in what it was not chosen for; stated before the first pair.
 *
 * @param slowdown how many times as long it may take; 1 or more
 * @param lostSuccesses in which share of pairs it may fail where the other succeeds; in (0, 1)
 */
public record Margins(double slowdown, double lostSuccesses) {

  /** A quarter longer, and one pair in ten. */
  public static final Margins USUAL = new Margins(1.25, 0.1);

  public Margins {
    if (!(slowdown >= 1 && Double.isFinite(slowdown))) {
      throw new IllegalArgumentException("slowdown must be >= 1, was " + slowdown);
    }
    if (!(lostSuccesses > 0 && lostSuccesses < 1)) {
      throw new IllegalArgumentException("lostSuccesses must be in (0, 1), was " + lostSuccesses);
    }
  }
}
