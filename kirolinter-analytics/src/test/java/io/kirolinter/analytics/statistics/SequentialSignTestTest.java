package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.statistics.PairTest.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The alpha-spending sign test")
class SequentialSignTestTest {

  @Test
  void hasTheWorkedBoundariesOfTenPairs() {
    Crossings crossings = Crossings.of(10);
    assertThat(crossings.at).hasToString("{7=7, 10=8}");
    assertThat(crossings.cumulative).containsExactly(0.015625, 0.029296875);
  }

  @Test
  void hasTheWorkedBoundariesOfTwentyPairs() {
    Crossings crossings = Crossings.of(20);
    assertThat(crossings.at).hasToString("{8=8, 12=10, 14=10, 16=10, 19=11}");
    assertThat(crossings.cumulative.stream().mapToDouble(d -> d).toArray())
        .containsExactly(
            new double[] {.0078125, .01171875, .0190429688, .029296875, .0356216431}, within(1e-9));
    assertThat(new SequentialSignTest(20, 0.05).size(20)).isCloseTo(.0356216431, within(1e-9));
  }

  /** Where paths first cross, by going through every single path. */
  private static final class Crossings {
    final TreeMap<Integer, Integer> at = new TreeMap<>();
    final List<Double> cumulative = new ArrayList<>();

    static Crossings of(int planned) {
      List<Integer> bounds =
          new SequentialSignTest(planned, 0.05)
              .boundaries(Collections.nCopies(planned, PairOutcome.WIN));
      Crossings crossings = new Crossings();
      TreeMap<Integer, Double> chances = new TreeMap<>();
      for (int path = 0; path < 1 << planned; path++) {
        crossings.follow(path, bounds, chances);
      }
      double sum = 0;
      for (double chance : chances.values()) {
        sum += chance;
        crossings.cumulative.add(sum / (1 << planned));
      }
      return crossings;
    }

    private void follow(int path, List<Integer> bounds, TreeMap<Integer, Double> chances) {
      int place = 0;
      for (int n = 1; n <= bounds.size(); n++) {
        place += (path >> (n - 1) & 1) == 1 ? 1 : -1;
        if (Math.abs(place) >= bounds.get(n - 1)) {
          at.merge(n, Math.abs(place), Math::min);
          chances.merge(n, 1.0, Double::sum);
          return;
        }
      }
    }
  }

  @Test
  void namesAWinnerAtTheCrossingAndLooksNoFurther() {
    List<PairOutcome> pairs = new ArrayList<>(Collections.nCopies(7, PairOutcome.WIN));
    pairs.add(PairOutcome.LOSS);
    Reading reading = new SequentialSignTest(10, 0.05).read(pairs);
    assertThat(reading.winner()).isEqualTo(PairOutcome.WIN);
    assertThat(reading.pairsUsed()).isEqualTo(7);
    assertThat(reading.pValue()).isCloseTo(0.015625, within(1e-12));
    assertThat(reading.share().share()).isEqualTo(1);
    assertThat(reading.share().interval().low()).isCloseTo(Math.pow(0.025, 1 / 7.0), within(1e-8));
    assertThat(reading.share().interval().high()).isEqualTo(1);
  }

  @Test
  void treatsBothSidesAlike() {
    Reading reading =
        new SequentialSignTest(10, 0.05).read(Collections.nCopies(7, PairOutcome.LOSS));
    assertThat(reading.winner()).isEqualTo(PairOutcome.LOSS);
    assertThat(reading.pValue()).isCloseTo(0.015625, within(1e-12));
    assertThat(reading.share().interval().low()).isZero();
    assertThat(reading.share().interval().high())
        .isCloseTo(1 - Math.pow(0.025, 1 / 7.0), within(1e-8));
  }

  @Test
  void saysNothingWhilePairsAreToCome() {
    Reading reading = new SequentialSignTest(10, 0.05).read(List.of(PairOutcome.WIN));
    assertThat(reading.winner()).isEqualTo(PairOutcome.TIE);
    assertThat(reading.pValue()).isEqualTo(1);
    assertThat(reading.share().interval()).isEqualTo(new Interval(0, 1, 0.95));
    assertThat(new SequentialSignTest(10, 0.05).read(List.of()).share().share()).isZero();
  }

  @Test
  void endsWithoutAWinnerAndAnIntervalAroundAHalf() {
    Reading even =
        new SequentialSignTest(4, 0.05)
            .read(List.of(PairOutcome.WIN, PairOutcome.LOSS, PairOutcome.TIE, PairOutcome.TIE));
    assertThat(even.winner()).isEqualTo(PairOutcome.TIE);
    assertThat(even.pValue()).isEqualTo(1);
    assertThat(even.share().interval().contains(0.5)).isTrue();
  }

  @Test
  void neverNamesAWinnerOfFivePairs() {
    assertThat(new SequentialSignTest(5, 0.05).read(Collections.nCopies(5, PairOutcome.WIN)))
        .satisfies(
            reading -> {
              assertThat(reading.winner()).isEqualTo(PairOutcome.TIE);
              assertThat(reading.pValue()).isCloseTo(0.0625, within(1e-12));
            });
  }

  @Test
  void agreesWithThePlainSignTestWhereNoEarlierLookCouldCross() {
    List<PairOutcome> pairs = new ArrayList<>(Collections.nCopies(6, PairOutcome.TIE));
    pairs.addAll(Collections.nCopies(6, PairOutcome.WIN));
    Reading reading = new SequentialSignTest(12, 0.05).read(pairs);
    assertThat(reading.pValue()).isCloseTo(new SignTest(6, 0).pValue(), within(1e-12));
    assertThat(reading.winner()).isEqualTo(PairOutcome.WIN);
  }

  @Test
  void hasAWinnerExactlyIfThePValueIsAtMostAlpha() {
    SplittableRandom random = new SplittableRandom(3);
    for (int repetition = 0; repetition < 500; repetition++) {
      int planned = 1 + random.nextInt(25);
      double share = random.nextDouble();
      Reading reading = new SequentialSignTest(planned, 0.05).read(draw(random, planned, share));
      assertThat(reading.winner() != PairOutcome.TIE).isEqualTo(reading.pValue() <= 0.05);
      assertThat(reading.share().interval().contains(0.5)).isEqualTo(reading.pValue() > 0.05);
    }
  }

  @Test
  void coversTheTruthAndKeepsItsPValueHonestOverAllPaths() {
    int planned = 12;
    double truth = 0.7;
    SequentialSignTest test = new SequentialSignTest(planned, 0.05);
    double covered = 0;
    double small = 0;
    for (int path = 0; path < 1 << planned; path++) {
      Reading reading = test.read(pairs(path, planned));
      int wins = Integer.bitCount(path);
      double chance = Math.pow(truth, wins) * Math.pow(1 - truth, planned - wins);
      covered += reading.share().interval().contains(truth) ? chance : 0;
      small += reading.pValue() <= 0.02 ? 1.0 / (1 << planned) : 0;
    }
    assertThat(covered).isBetween(0.95, 0.999);
    assertThat(small).isLessThanOrEqualTo(0.02);
  }

  @Test
  void hasThePowerThatAllPathsGive() {
    int planned = 14;
    SequentialSignTest test = new SequentialSignTest(planned, 0.05);
    double power = 0;
    for (int path = 0; path < 1 << planned; path++) {
      int wins = Integer.bitCount(path);
      if (test.read(pairs(path, planned)).winner() == PairOutcome.WIN) {
        power += Math.pow(0.8, wins) * Math.pow(0.2, planned - wins);
      }
    }
    assertThat(test.powerOf(planned, 0.8)).isCloseTo(power, within(1e-12));
  }

  @Test
  void spreadsTheDecidedPairsEvenlyForItsPower() {
    assertThat(new SequentialSignTest(12, 0.05).powerOf(6, 1)).isCloseTo(1, within(1e-12));
    assertThat(new SequentialSignTest(12, 0.05).powerOf(5, 1)).isZero();
  }

  @Test
  void refusesWhatWasNotPlanned() {
    SequentialSignTest test = new SequentialSignTest(1, 0.05);
    List<PairOutcome> two = List.of(PairOutcome.TIE, PairOutcome.TIE);
    assertThatIllegalArgumentException().isThrownBy(() -> test.read(two));
    assertThatIllegalArgumentException().isThrownBy(() -> new SequentialSignTest(0, 0.05));
    assertThatIllegalArgumentException().isThrownBy(() -> new SequentialSignTest(1, 1));
  }

  private static List<PairOutcome> pairs(int path, int planned) {
    List<PairOutcome> pairs = new ArrayList<>();
    for (int n = 0; n < planned; n++) {
      pairs.add((path >> n & 1) == 1 ? PairOutcome.WIN : PairOutcome.LOSS);
    }
    return pairs;
  }

  private static List<PairOutcome> draw(SplittableRandom random, int pairs, double share) {
    List<PairOutcome> drawn = new ArrayList<>();
    for (int n = 0; n < pairs; n++) {
      boolean tie = random.nextDouble() < 0.3;
      boolean win = random.nextDouble() < share;
      drawn.add(tie ? PairOutcome.TIE : win ? PairOutcome.WIN : PairOutcome.LOSS);
    }
    return drawn;
  }
}
