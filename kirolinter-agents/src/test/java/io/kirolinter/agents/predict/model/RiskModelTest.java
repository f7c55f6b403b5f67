package io.kirolinter.agents.predict.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.agents.predict.model.RiskModel.Forecast;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The worked example was computed apart from this code. */
class RiskModelTest {

  private static final RiskModel WORKED =
      model(
          -3.090187, 0.179586, 0.280164, 0.125189, 0.106936, 0.081959, 0.022028, -0.012647,
          0.230300, -0.133285, -0.112744, -0.134509, 0.114267);

  /** A row for each feature, a column for each of five files. */
  private static final double[][] FIGURES = {
    {40, 120, 400, 1200, 250},
    {0, 8, 60, 210, 35},
    {0.2, 1.5, 6, 14, 2},
    {0.01, 0.6, 2.5, 3, 0.2},
    {0, 0.1, 0.8, 0.4, 0},
    {0, 0.3, 2, 5, 0.5},
    {0, 0.1, 0.9, 1.2, 0},
    {1, 2, 6, 15, 3},
    {900, 1500, 4000, 6000, 5000},
    {400, 45, 10, 30, 700},
    {9999, 300, 60, 30, 2000},
    {2, 5, 12, 25, 7},
  };

  @Test
  void givesTheRisksOfTheWorkedExample() {
    assertThat(forecast().risks())
        .containsExactly(
            new double[] {0.008445, 0.029164, 0.106809, 0.193070, 0.025931}, within(1e-5));
  }

  @Test
  void givesTheRisksPerLineOfTheWorkedExample() {
    assertThat(forecast().risksPerLine(new long[] {40, 120, 400, 1200, 250}))
        .containsExactly(
            new double[] {0.000211120, 0.000243032, 0.000267022, 0.000160891, 0.000103725},
            within(1e-8));
  }

  @Test
  void bringsChancesToTheLevelOfTheRepositoryInTheSameOrder() {
    assertThat(forecast().chances(0.2))
        .containsExactly(
            new double[] {0.030703, 0.100498, 0.307840, 0.470867, 0.090092}, within(1e-5));
  }

  @Test
  void theLevelIsThatOfTheNewestTwoYears() {
    assertThat(Calibration.baseRate(List.of(1000, 10, 10, 10, 9), List.of(1000, 1, 2, 3, 4)))
        .hasValueCloseTo(10.5 / 40, within(1e-12));
    assertThat(Calibration.baseRate(List.of(), List.of())).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void tellsHowMuchEachSignalAdds() {
    Forecast forecast = forecast();

    double sum =
        forecast.parts(3).values().stream().mapToDouble(Double::doubleValue).sum()
            + WORKED.intercept();

    assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(forecast.risks()[3], within(1e-12));
    assertThat(forecast.parts(3)).containsKeys(Signal.SIZE, Signal.FIXES, Signal.AUTHORS);
  }

  @Test
  void aModelIsShippedThatKnowsAllFeatures() {
    assertThat(RiskModel.cold().coefficients()).containsOnlyKeys(Feature.values());
    assertThat(RiskModel.cold().intercept()).isNegative();
  }

  private static Forecast forecast() {
    Map<Feature, double[]> figures = new EnumMap<>(Feature.class);
    int row = 0;
    for (Feature feature : Feature.values()) {
      figures.put(feature, FIGURES[row++]);
    }
    return WORKED.forecast(FeatureTable.ofFigures(5, figures));
  }

  private static RiskModel model(double intercept, double... coefficients) {
    Map<Feature, Double> all = new EnumMap<>(Feature.class);
    int place = 0;
    for (Feature feature : Feature.values()) {
      all.put(feature, coefficients[place++]);
    }
    return new RiskModel(intercept, all);
  }
}
