package io.kirolinter.agents.predict.model;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Brings chances to the level of the repository: the share of files that were fixed differs more
 * between repositories than the order of their files does. It changes no order.
 */
public final class Calibration {

  private static final int WINDOWS = 4;
  private static final double FARTHEST = 15;
  private static final int STEPS = 60;

  private Calibration() {}

  /**
   * {@return the share of files that were fixed in a half-year of the newest two years; empty if
   * nothing is known}
   *
   * @param files how many there were at each moment, the oldest first
   * @param positives how many of them were fixed afterwards
   */
  public static OptionalDouble baseRate(List<Integer> files, List<Integer> positives) {
    int all = newest(files);
    return all == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((newest(positives) + .5) / (all + 1));
  }

  private static int newest(List<Integer> counts) {
    return counts.subList(Math.max(0, counts.size() - WINDOWS), counts.size()).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** {@return logits, all shifted alike so that the mean of their chances is the base rate} */
  static double[] shifted(double[] logits, double baseRate) {
    double low = -FARTHEST;
    double high = FARTHEST;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (meanChance(logits, middle) < baseRate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double shift = (low + high) / 2;
    return Arrays.stream(logits).map(logit -> logit + shift).toArray();
  }

  private static double meanChance(double[] logits, double shift) {
    return Arrays.stream(logits).map(logit -> Logistic.of(logit + shift)).average().orElse(0);
  }
}
