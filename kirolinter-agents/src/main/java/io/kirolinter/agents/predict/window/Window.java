package io.kirolinter.agents.predict.window;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import io.kirolinter.agents.predict.metric.Outcome;
import io.kirolinter.agents.predict.model.Example;
import io.kirolinter.agents.predict.model.FeatureTable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What was known of the files at a moment, and what became of them in the half-year after.
 *
 * @param baselines how each file scores in simple orders
 */
public record Window(
    Instant at, FeatureTable features, Outcome outcome, Map<Baseline, double[]> baselines) {

  /** How long after its moment a window ends. */
  public static final Duration LENGTH = Duration.ofDays(182);

  public Window {
    baselines =
        Maps.immutableEnumMap(baselines); // in their order, that files of windows are the same
  }

  /** {@return how each file scores in a simple order} */
  public double[] baseline(Baseline wanted) {
    return requireNonNull(baselines.get(wanted)).clone();
  }

  /** {@return the same without the orders that need the lines of changes} */
  public Window withoutChurn() {
    Map<Baseline, double[]> others = new EnumMap<>(baselines);
    others.keySet().removeAll(Set.of(Baseline.CHURN_90D, Baseline.CHURN_365D));
    return new Window(at, features, outcome, others);
  }

  public Example example() {
    return new Example(features, outcome);
  }
}
