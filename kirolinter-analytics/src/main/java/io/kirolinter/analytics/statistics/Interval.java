package io.kirolinter.analytics.statistics;

/**
 * A confidence interval.
 *
 * @param level the share of repeated studies whose interval holds the truth, such as 0.95
 */
public record Interval(double low, double high, double level) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be <= high, was %s and %s".formatted(low, high));
    }
    if (!(level > 0 && level <= 1)) {
      throw new IllegalArgumentException("level must be in (0, 1], was " + level);
    }
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
