package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.Interval;

/** From differences of logarithms back to ratios. */
final class Ratio {

  private Ratio() {}

  static Interval of(Interval logs) {
    return new Interval(Math.exp(logs.low()), Math.exp(logs.high()), logs.level());
  }
}
