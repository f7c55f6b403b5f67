package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values from the literature, R and SciPy 1.17.1, for what has no test class of its own. */
@DisplayName("The worked values of")
class WorkedValuesTest {

  private static final double EXACT = 1e-8;

  @Test
  void fishersTest() {
    TwoByTwo tea = new TwoByTwo(3, 1, 1, 3);
    assertThat(tea.fisher(Alternative.A_HIGHER)).isCloseTo(.2428571429, within(EXACT));
    assertThat(tea.fisher(Alternative.TWO_SIDED)).isCloseTo(.4857142857, within(EXACT));
    TwoByTwo twins = new TwoByTwo(2, 15, 10, 3);
    assertThat(twins.fisher(Alternative.A_LOWER)).isCloseTo(.0004651809434, within(EXACT));
    assertThat(twins.fisher(Alternative.TWO_SIDED)).isCloseTo(.0005367241191, within(EXACT));
  }

  @Test
  void boschloosTest() {
    // scipy.stats.boschloo_exact([[74, 31], [43, 32]], alternative='greater'), columns as samples.
    TwoByTwo docs = new TwoByTwo(74, 43, 31, 32);
    assertThat(docs.fisher(Alternative.A_HIGHER)).isCloseTo(.0483122, within(1e-6));
    assertThat(docs.boschloo(Alternative.A_HIGHER)).isCloseTo(.0355641, within(1e-6));
    TwoByTwo small = new TwoByTwo(7, 2, 3, 8);
    assertThat(small.boschloo(Alternative.TWO_SIDED)).isCloseTo(.0319645994, within(1e-6));
    assertThat(small.fisher(Alternative.TWO_SIDED)).isCloseTo(.0697785187, within(EXACT));
  }

  @Test
  void tablesThatTellNothing() {
    TwoByTwo none = new TwoByTwo(0, 4, 0, 5);
    assertThat(none.fisher(Alternative.TWO_SIDED)).isEqualTo(1);
    assertThat(none.boschloo(Alternative.A_LOWER)).isEqualTo(1);
  }

  @Test
  void mcNemarsTest() {
    SignTest test = new SignTest(10, 2);
    assertThat(test.pValue()).isCloseTo(.03857421875, within(EXACT));
    assertThat(test.pValueForA()).isCloseTo(.01928710938, within(EXACT));
    assertThat(test.midPValue()).isCloseTo(.0224609375, within(EXACT));
    assertThat(new SignTest(2, 10).midPValue()).isCloseTo(.0224609375, within(EXACT));
    assertThat(new SignTest(0, 0).pValueForA()).isEqualTo(1);
  }

  @Test
  void theMannWhitneyTestOnThePermeabilityData() {
    // R: wilcox.test(x, y, alternative = "greater", conf.int = TRUE)
    RankSumTest test =
        RankSumTest.of(
            List.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46),
            List.of(1.15, 0.88, 0.90, 0.74, 1.21));
    assertThat(test.statistic()).isEqualTo(35);
    assertThat(test.pValue(Alternative.A_HIGHER)).isCloseTo(.1272061272, within(EXACT));
    assertThat(test.pValue(Alternative.TWO_SIDED)).isCloseTo(.2544122544, within(EXACT));
    assertThat(test.shift()).isCloseTo(.305, within(EXACT));
    Interval interval = test.interval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(-.15, within(EXACT));
    assertThat(interval.high()).isCloseTo(.76, within(EXACT));
    assertThat(interval.level()).isCloseTo(.96004, within(1e-5));
    assertThat(RankSumTest.of(List.of(1.0), List.of(2.0)).interval(0.95)).isEmpty();
  }

  @Nested
  @DisplayName("Student's sleep data")
  class Sleep {

    private final List<Double> one = List.of(.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0.0, 2.0);
    private final List<Double> two = List.of(1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4);
    private final List<Double> differences =
        List.of(-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4);

    @Test
    void byWelch() {
      MeanTest test = MeanTest.welch(one, two);
      assertThat(test.statistic()).isCloseTo(-1.860813467, within(EXACT));
      assertThat(test.degreesOfFreedom()).isCloseTo(17.77647352, within(EXACT));
      assertThat(test.pValue()).isCloseTo(.07939414019, within(EXACT));
      assertThat(test.difference().interval().low()).isCloseTo(-3.365483231, within(EXACT));
      assertThat(test.difference().interval().high()).isCloseTo(.2054832307, within(EXACT));
    }

    @Test
    void inPairs() {
      MeanTest test = MeanTest.paired(differences);
      assertThat(test.statistic()).isCloseTo(-4.062127683, within(EXACT));
      assertThat(test.pValue()).isCloseTo(.002832890197, within(EXACT));
      assertThat(test.difference().value()).isCloseTo(-1.58, within(EXACT));
    }

    @Test
    void byFlippingSigns() {
      assertThat(SignFlipTest.of(differences).pValue()).isCloseTo(.00390625, within(EXACT));
    }
  }

  @Test
  void benjaminiAndHochberg() {
    List<Double> adjusted =
        BenjaminiHochberg.adjust(
            List.of(
                .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719,
                .6528, .7590, 1.0));
    assertThat(adjusted.stream().mapToDouble(d -> d).toArray())
        .containsExactly(
            new double[] {
              .0015, .003, .0095, .035625, .0603, .06385714, .06385714, .0645, .0765, .486,
              .58118182, .714875, .75323077, .81321429, 1
            },
            within(5e-9));
    assertThat(BenjaminiHochberg.adjust(List.of(.04, .01))).containsExactly(.04, .02);
  }

  @Test
  void theBootstrapOnTheSpatialData() {
    // Efron and Tibshirani, An Introduction to the Bootstrap, table 14.1, the variance of A.
    double[] spatial = {
      48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26,
      30, 41
    };
    BootstrapInterval interval =
        BootstrapInterval.of(
            spatial, WorkedValuesTest::variance, 0.9, 40_000, new SplittableRandom(1));
    assertThat(interval.estimate()).isCloseTo(171.5340237, within(1e-7));
    assertThat(interval.acceleration()).isCloseTo(.06124011981, within(EXACT));
    assertThat(interval.bias()).isCloseTo(.174, within(.02));
    assertThat(interval.interval().low()).isCloseTo(115.5, within(2.0));
    assertThat(interval.interval().high()).isCloseTo(260.9, within(2.0));
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  @Test
  void newcombesInterval() {
    ShareDifference difference =
        ShareDifference.newcombe(Proportion.wilson(56, 70), Proportion.wilson(48, 80));
    assertThat(difference.difference()).isCloseTo(.2, within(EXACT));
    assertThat(difference.interval().low()).isCloseTo(.0524314724, within(EXACT));
    assertThat(difference.interval().high()).isCloseTo(.333872654, within(EXACT));
  }

  @Nested
  @DisplayName("betting on a mean")
  class Betting {

    private final List<Double> values =
        List.of(
            1.0, 1.0, 0.0, 1.0, 1.0, 1.0, .5, 1.0, 1.0, 1.0, .5, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, .5,
            1.0, 1.0);

    @Test
    void byItsWealth() {
      List<Double> wealth = BettingSequence.of(values).wealthOnHigher(.5, .05);
      assertThat(wealth.get(9)).isCloseTo(12.814453, within(1e-6));
      assertThat(wealth.get(14)).isCloseTo(21.62439, within(1e-6));
      assertThat(wealth.get(15)).isCloseTo(32.436584, within(1e-6));
      assertThat(wealth.get(19)).isCloseTo(107.691334, within(1e-6));
    }

    @Test
    void byItsInterval() {
      // The reference searches a grid of 0.001, outwards.
      Interval interval = BettingSequence.of(values).interval(.95);
      assertThat(interval.low()).isCloseTo(.5465, within(1e-4));
      assertThat(interval.high()).isCloseTo(.9839, within(1e-4));
      assertThat(BettingSequence.of(List.of()).interval(.95)).isEqualTo(new Interval(0, 1, .95));
    }
  }

  @Nested
  @DisplayName("the time-uniform boundaries of confseq")
  class Boundaries {

    private static final double PRINTED = 1e-5;

    @Test
    void ofNormalMixtures() {
      assertThat(MixtureBoundary.rho(100, .05)).isCloseTo(12.60056, within(PRINTED));
      MixtureBoundary two = MixtureBoundary.normal(100, .05, Alternative.TWO_SIDED);
      assertThat(two.logValue(10, 100)).isCloseTo(-.6510052, within(PRINTED));
      assertThat(two.bound(100, .05)).isCloseTo(30.35209, within(PRINTED));
      MixtureBoundary one = MixtureBoundary.normal(100, .05, Alternative.A_HIGHER);
      assertThat(one.logValue(10, 100)).isCloseTo(-.06502391, within(PRINTED));
      assertThat(one.bound(100, .05)).isCloseTo(27.66071, within(PRINTED));
    }

    @Test
    void ofBetaBinomialMixtures() {
      MixtureBoundary one = MixtureBoundary.betaBinomial(100, .05, .2, .8, Alternative.A_HIGHER);
      assertThat(one.bound(100, .05)).isCloseTo(28.41238, within(PRINTED));
      assertThat(one.bound(2 * .2 * .8, .05)).isCloseTo(2 * .8, within(PRINTED));
      MixtureBoundary two = MixtureBoundary.betaBinomial(100, .05, .2, .8, Alternative.TWO_SIDED);
      assertThat(two.bound(100, .05)).isCloseTo(31.4308, within(PRINTED));
    }

    @Test
    void ofGammaExponentialMixturesAndStitching() {
      MixtureBoundary gamma = MixtureBoundary.gammaExponential(100, .05, 2);
      assertThat(gamma.logValue(10, 100)).isCloseTo(-.2490165, within(PRINTED));
      assertThat(gamma.bound(100, .05)).isCloseTo(33.02017, within(PRINTED));
      assertThat(MixtureBoundary.stitched(100, .05, 10, 3)).isCloseTo(64.48755, within(PRINTED));
    }

    @ParameterizedTest
    @CsvSource({
      "15, 50, 50, .129556, .511896",
      "5, 50, 50, .013021, .269264",
      "700, 1000, 100, .651629, .745949",
      "1, 50, 50, 0, .13489",
      "0, 1, 50, 0, 1",
      "1, 1, 50, 0, 1"
    })
    void ofShares(int successes, int trials, int tightestAt, double low, double high) {
      Interval interval = ShareSequence.interval(successes, trials, .95, tightestAt);
      assertThat(interval.low()).isCloseTo(low, within(PRINTED));
      assertThat(interval.high()).isCloseTo(high, within(PRINTED));
    }

    @ParameterizedTest
    @CsvSource({".5, 70, .814704", ".5, 85, .0838055", ".5, 100, .0054947", ".9, 55, .0340463"})
    void ofQuantilesOfTwoSamples(double quantile, int shift, double expected) {
      double p =
          new QuantileTest(quantile, 100, .05).pValue(oneTo1000Shifted(0), oneTo1000Shifted(shift));
      assertThat(p).isCloseTo(expected, within(PRINTED));
    }

    /** Ahead of the data, by inverse propensity and with the means so far as predictions. */
    @Test
    void ofTheEffectOfATreatment() throws IOException {
      MixtureBoundary boundary =
          MixtureBoundary.gammaExponential(50 * 0.2 * 0.8 * 4, .05 / 2, 2 * 1 / 0.5);
      List<String> rows = lines("ate.csv");
      double[] sums = new double[2];
      int[] counts = new int[2];
      double s = 0;
      double v = 0;
      for (int t = 1; t <= rows.size(); t++) {
        double[] row =
            Arrays.stream(rows.get(t - 1).split(",")).mapToDouble(Double::parseDouble).toArray();
        int arm = (int) row[1];
        double effect = prediction(t, sums[1], counts[1]) - prediction(t, sums[0], counts[0]);
        double deviation = (arm == 1 ? 2 : -2) * (row[0] - prediction(t, sums[arm], counts[arm]));
        s += effect + deviation;
        v += deviation * deviation;
        sums[arm] += row[0];
        counts[arm]++;
        double radius = boundary.bound(v, .05 / 2) / t;
        assertThat(s / t).isCloseTo(row[2], within(1e-6));
        assertThat(Math.min(1, s / t + radius)).isCloseTo(row[3], within(1e-6));
        assertThat(Math.max(-1, s / t - radius)).isCloseTo(row[4], within(1e-6));
        assertThat(Math.min(1, Math.exp(-boundary.logValue(s, v)))).isCloseTo(row[5], within(1e-6));
      }
      assertThat(rows).hasSize(1_000);
    }

    private static double prediction(int t, double sum, int count) {
      return t == 1 ? 0.5 : sum / Math.max(1, count);
    }

    private static List<String> lines(String resource) throws IOException {
      try (InputStream in = WorkedValuesTest.class.getResourceAsStream(resource)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(2).toList();
      }
    }

    private static List<Double> oneTo1000Shifted(int shift) {
      return IntStream.rangeClosed(1, 1_000).mapToObj(i -> (double) (i + shift)).toList();
    }
  }
}
