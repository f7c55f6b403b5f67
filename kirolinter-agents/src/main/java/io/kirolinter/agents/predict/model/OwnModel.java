package io.kirolinter.agents.predict.model;

import io.kirolinter.agents.predict.metric.Outcome;
import io.kirolinter.agents.predict.metric.RankingMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Re-fits a model on the repository's own past, where that is long enough, and uses it only if it
 * foretold the past better than the model that was shipped.
 */
public final class OwnModel {

  private static final int NEWEST = 10;
  private static final int FEWEST_POSITIVES = 3;
  private static final int ENOUGH_WINDOWS = 6;
  private static final int ENOUGH_POSITIVES = 100;
  private static final int ENOUGH_BEFORE = 30;
  private static final int COMPARED = 4;
  private static final int FEWEST_COMPARED = 3;
  private static final double BETTER_AUC = 0.002;

  private OwnModel() {}

  /** {@return whether so many fixed files, window by window, are enough for a try} */
  public static boolean isEnough(List<Integer> positives) {
    List<Integer> used =
        newest(positives).stream().filter(count -> count >= FEWEST_POSITIVES).toList();
    return used.size() >= ENOUGH_WINDOWS
        && used.stream().mapToInt(Integer::intValue).sum() >= ENOUGH_POSITIVES;
  }

  /**
   * {@return the model to use instead of the cold one; empty if that is the better one}
   *
   * @param past whose half-years are over, the oldest first
   */
  public static Optional<RiskModel> betterThan(RiskModel cold, List<Example> past) {
    if (!isEnough(past.stream().map(one -> one.outcome().positives()).toList())) {
      return Optional.empty();
    }
    List<Example> used =
        newest(past).stream().filter(one -> one.outcome().positives() >= FEWEST_POSITIVES).toList();
    return isBetter(cold, used) ? Optional.of(ModelFit.own(cold, used)) : Optional.empty();
  }

  private static boolean isBetter(RiskModel cold, List<Example> used) {
    List<double[]> gains = new ArrayList<>();
    for (int i = used.size() - COMPARED; i < used.size(); i++) {
      List<Example> before = used.subList(0, i);
      if (positives(before) >= ENOUGH_BEFORE) {
        gains.add(gain(ModelFit.own(cold, before), cold, used.get(i)));
      }
    }
    return gains.size() >= FEWEST_COMPARED
        && gains.stream().mapToDouble(gain -> gain[0]).average().orElse(0) > BETTER_AUC
        && gains.stream().mapToDouble(gain -> gain[1]).average().orElse(0) >= 0;
  }

  private static int positives(List<Example> examples) {
    return examples.stream().mapToInt(one -> one.outcome().positives()).sum();
  }

  /** {@return how much better it orders by risk, and by risk for each line} */
  private static double[] gain(RiskModel own, RiskModel cold, Example one) {
    RiskModel.Forecast a = own.forecast(one.features());
    RiskModel.Forecast b = cold.forecast(one.features());
    Outcome outcome = one.outcome();
    return new double[] {
      RankingMetrics.auc(outcome, a.risks()) - RankingMetrics.auc(outcome, b.risks()),
      RankingMetrics.popt(outcome, a.risksPerLine(outcome.lines()))
          - RankingMetrics.popt(outcome, b.risksPerLine(outcome.lines()))
    };
  }

  private static <T> List<T> newest(List<T> past) {
    return past.subList(Math.max(0, past.size() - NEWEST), past.size());
  }
}
