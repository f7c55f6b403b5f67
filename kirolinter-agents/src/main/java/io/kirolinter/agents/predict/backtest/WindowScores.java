package io.kirolinter.agents.predict.backtest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good each order was in one window.
 *
 * @param fixed how many files were fixed in it
 * @param ownModel whether the model that was fitted on the repository itself would have been used
 * @param orders by the names of the orders, the model first
 */
public record WindowScores(
    Instant at, int files, int fixed, boolean ownModel, Map<String, Map<Measure, Double>> orders) {

  /** Of windows with fewer fixed files, every figure is chance. */
  private static final int FEWEST_FIXED = 5;

  public WindowScores {
    orders = new LinkedHashMap<>(orders);
  }

  /** {@return whether it counts} */
  boolean counts() {
    return fixed >= FEWEST_FIXED && fixed < files;
  }
}
