package io.kirolinter.agents.predict.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.predict.metric.Outcome;
import io.kirolinter.agents.predict.metric.RankingMetrics;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnModelTest {

  private static final int FILES = 200;

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void isTakenWhereTheRepositoryIsOtherThanOthers() {
    List<Example> past = past(10, Feature.USES, 1);

    Optional<RiskModel> own = OwnModel.betterThan(RiskModel.cold(), past);

    assertThat(own).isPresent();
    Example next = example(Feature.USES, 1);
    assertThat(auc(own.orElseThrow(), next)).isGreaterThan(auc(RiskModel.cold(), next) + 0.05);
    assertThat(own.orElseThrow().coefficients().get(Feature.USES))
        .isGreaterThan(RiskModel.cold().coefficients().get(Feature.USES));
  }

  @Test
  void isNotTriedWithoutEnoughPast() {
    assertThat(OwnModel.betterThan(RiskModel.cold(), past(5, Feature.USES, 1))).isEmpty();
    assertThat(OwnModel.isEnough(List.of(20, 20, 20, 20, 20, 20))).isTrue();
    assertThat(OwnModel.isEnough(List.of(20, 20, 20, 20, 20, 2))).isFalse();
    assertThat(OwnModel.isEnough(List.of(5, 5, 5, 5, 5, 5))).isFalse();
  }

  @Test
  void isLeftWhereItForetellsThePastNoBetter() {
    assertThat(OwnModel.betterThan(RiskModel.cold(), past(10, Feature.USES, 0))).isEmpty();
  }

  @Test
  void aFitOfManyExamplesFindsWhatCounts() {
    RiskModel fitted = ModelFit.cold(past(20, Feature.USES, 1));

    assertThat(fitted.coefficients().get(Feature.USES))
        .isGreaterThan(1)
        .isGreaterThan(5 * Math.abs(fitted.coefficients().get(Feature.AGE)));
  }

  private List<Example> past(int windows, Feature feature, double strength) {
    return Stream.generate(() -> example(feature, strength)).limit(windows).toList();
  }

  /** Files of chance figures; whether one is fixed is told by one of them, as far as is wanted. */
  private Example example(Feature telling, double strength) {
    Map<Feature, double[]> figures = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      figures.put(feature, random.doubles(FILES, 0, 50).toArray());
    }
    boolean[] fixed = new boolean[FILES];
    double[] told = figures.get(telling);
    for (int i = 0; i < FILES; i++) {
      double chance = strength * Math.pow(told[i] / 50, 6) + (1 - strength) * 0.15;
      fixed[i] = random.nextDouble() < chance;
    }
    long[] lines = Arrays.stream(figures.get(Feature.LINES)).mapToLong(x -> 1 + (long) x).toArray();
    return new Example(FeatureTable.ofFigures(FILES, figures), new Outcome(fixed, lines));
  }

  private static double auc(RiskModel model, Example example) {
    return RankingMetrics.auc(example.outcome(), model.forecast(example.features()).risks());
  }
}
