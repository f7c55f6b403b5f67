package io.kirolinter.agents.predict.backtest;

import io.kirolinter.agents.predict.metric.Outcome;
import io.kirolinter.agents.predict.metric.RankingMetrics;
import io.kirolinter.agents.predict.model.Calibration;
import io.kirolinter.agents.predict.model.OwnModel;
import io.kirolinter.agents.predict.model.RiskModel;
import io.kirolinter.agents.predict.model.RiskModel.Forecast;
import io.kirolinter.agents.predict.window.Baseline;
import io.kirolinter.agents.predict.window.Window;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Judges a model in each window of a repository, with nothing known but what was known then: it is
 * calibrated, and fitted anew, on windows that were over.
 */
public final class Evaluation {

  public static final String COLD = "model, shipped";
  public static final String ADAPTIVE = "model, as used";
  public static final String BASE_RATE = "base rate for all";

  /** How many windows before the first that is judged may be learned from. */
  static final int LEARNED_FROM = 10;

  private final List<Window> windows;
  private final RiskModel cold;

  private Evaluation(List<Window> windows, RiskModel cold) {
    this.windows = windows;
    this.cold = cold;
  }

  /**
   * {@return how good the orders were}
   *
   * @param windows of one repository, the oldest first
   * @param judged how many of the newest are judged
   * @param cold a model that knows nothing of this repository
   */
  public static List<WindowScores> of(List<Window> windows, int judged, RiskModel cold) {
    Evaluation evaluation = new Evaluation(windows, cold);
    return IntStream.range(Math.max(0, windows.size() - judged), windows.size())
        .mapToObj(evaluation::scores)
        .toList();
  }

  private WindowScores scores(int index) {
    Window window = windows.get(index);
    List<Window> past = windows.subList(Math.max(0, index - LEARNED_FROM), index);
    Optional<RiskModel> own =
        OwnModel.betterThan(cold, past.stream().map(Window::example).toList());
    OptionalDouble baseRate = baseRate(past);
    Map<String, Map<Measure, Double>> orders = new LinkedHashMap<>();
    orders.put(COLD, ofModel(window, cold, baseRate));
    orders.put(ADAPTIVE, ofModel(window, own.orElse(cold), baseRate));
    window.baselines().keySet().stream()
        .sorted()
        .forEach(baseline -> orders.put(baseline.label(), ofBaseline(window, baseline)));
    double[] level = new double[window.outcome().files()];
    Arrays.fill(level, baseRate.orElse(0));
    orders.put(BASE_RATE, Map.of(Measure.BRIER, RankingMetrics.brier(window.outcome(), level)));
    return new WindowScores(
        window.at(),
        window.outcome().files(),
        window.outcome().positives(),
        own.isPresent(),
        orders);
  }

  private static OptionalDouble baseRate(List<Window> past) {
    return Calibration.baseRate(
        past.stream().map(one -> one.outcome().files()).toList(),
        past.stream().map(one -> one.outcome().positives()).toList());
  }

  private static Map<Measure, Double> ofModel(
      Window window, RiskModel model, OptionalDouble baseRate) {
    Forecast forecast = model.forecast(window.features());
    Outcome outcome = window.outcome();
    double[] risks = forecast.risks();
    double[] chances = baseRate.isPresent() ? forecast.chances(baseRate.getAsDouble()) : risks;
    Map<Measure, Double> measures =
        measures(outcome, risks, forecast.risksPerLine(outcome.lines()));
    measures.put(Measure.BRIER, RankingMetrics.brier(outcome, chances));
    return measures;
  }

  private static Map<Measure, Double> ofBaseline(Window window, Baseline baseline) {
    double[] scores = window.baseline(baseline);
    double[] perLine = scores.clone();
    for (int i = 0; i < perLine.length; i++) {
      perLine[i] = baseline.perLine(scores[i], window.outcome().lines()[i]);
    }
    return measures(window.outcome(), scores, perLine);
  }

  private static Map<Measure, Double> measures(Outcome outcome, double[] scores, double[] perLine) {
    Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    measures.put(Measure.AUC, RankingMetrics.auc(outcome, scores));
    measures.put(Measure.PRECISION_AT_10, RankingMetrics.precisionAtTen(outcome, scores));
    measures.put(Measure.RECALL, RankingMetrics.recallAtFifthOfLines(outcome, perLine));
    measures.put(Measure.POPT, RankingMetrics.popt(outcome, perLine));
    return measures;
  }
}
