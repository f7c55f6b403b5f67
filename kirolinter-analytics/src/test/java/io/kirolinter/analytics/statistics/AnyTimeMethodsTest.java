package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.statistics.PairTest.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A method for any time")
class AnyTimeMethodsTest {

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void hasThePowerThatAllRowsOfDecidedPairsGive() {
    OpenEndedSignTest test = new OpenEndedSignTest(13, 0.05);
    double power = 0;
    for (int row = 0; row < 1 << 13; row++) {
      int wins = Integer.bitCount(row);
      if (test.winner(pairs(row, 13)) == PairOutcome.WIN) {
        power += Math.pow(0.8, wins) * Math.pow(0.2, 13 - wins);
      }
    }
    assertThat(test.power(1, 0.8)).isCloseTo(power, within(1e-12));
    assertThat(test.power(0.5, 0.8)).isLessThan(power);
  }

  @Test
  void namesNoWinnerOfEqualSidesMoreOftenThanAlphaHoweverLongOneLooks() {
    OpenEndedSignTest test = new OpenEndedSignTest(1_000, 0.05);
    assertThat(2 * test.power(1, 0.5)).isBetween(0.005, 0.05);
  }

  @Test
  void saysAtEveryMomentWhatThePairsTell() {
    PairTest test = PairTest.openEnded(100, 0.05);
    Reading early = test.read(Collections.nCopies(3, PairOutcome.LOSS));
    assertThat(early.isFinal()).isTrue();
    assertThat(early.winner()).isEqualTo(PairOutcome.TIE);
    assertThat(early.pValue()).isBetween(0.05, 1.0);
    Reading late = test.read(Collections.nCopies(20, PairOutcome.LOSS));
    assertThat(late.winner()).isEqualTo(PairOutcome.LOSS);
    assertThat(late.pairsUsed()).isEqualTo(8);
    assertThat(late.pValue()).isLessThanOrEqualTo(0.05);
    assertThat(late.share().interval().contains(0.5)).isFalse();
    assertThat(test.read(List.of()).share().interval()).isEqualTo(new Interval(0, 1, 0.95));
  }

  @Test
  void coversAShareInAllOfMostLongRuns() {
    int missed = 0;
    for (int repetition = 0; repetition < 200; repetition++) {
      int wins = 0;
      boolean held = true;
      for (int n = 1; n <= 60; n++) {
        wins += random.nextDouble() < 0.7 ? 1 : 0;
        held &= ShareSequence.interval(wins, n, 0.95, 30).contains(0.7);
      }
      missed += held ? 0 : 1;
    }
    assertThat(missed).isLessThanOrEqualTo(20);
  }

  @Test
  void coversAMeanInAllOfMostLongRuns() {
    int missed = 0;
    for (int repetition = 0; repetition < 150; repetition++) {
      List<Double> values = new ArrayList<>();
      boolean held = true;
      for (int n = 1; n <= 30; n++) {
        values.add(random.nextDouble() * random.nextDouble());
        held &= n % 10 > 0 || BettingSequence.of(values).interval(0.95).contains(0.25);
      }
      missed += held ? 0 : 1;
    }
    assertThat(missed).isLessThanOrEqualTo(16);
  }

  @Test
  void coversAMedianInAllOfMostLongRuns() {
    int missed = 0;
    for (int repetition = 0; repetition < 400; repetition++) {
      List<Double> values = new ArrayList<>();
      boolean held = true;
      for (int n = 1; n <= 40; n++) {
        values.add(
            random.nextDouble() < 0.5 ? -Math.exp(random.nextDouble()) : random.nextDouble());
        held &= MedianSequence.of(values).interval(0.95).contains(0);
      }
      missed += held ? 0 : 1;
    }
    assertThat(missed).isBetween(1, 34);
  }

  @Test
  void tellsTheMedianWithAPValueAndAnInterval() {
    MedianSequence ten = MedianSequence.of(Collections.nCopies(10, 2.0));
    assertThat(ten.median()).isEqualTo(2);
    assertThat(ten.pValue()).isLessThan(0.01);
    assertThat(ten.interval(0.95)).isEqualTo(new Interval(2, 2, 0.95));
    MedianSequence three = MedianSequence.of(List.of(-1.0, 0.0, 4.0));
    assertThat(three.median()).isZero();
    assertThat(three.pValue()).isEqualTo(1);
    assertThat(three.interval(0.95).high()).isInfinite();
    assertThat(MedianSequence.of(List.of(1.0, 3.0)).median()).isEqualTo(2);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OpenEndedSignTest(0, 0.05));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new OpenEndedSignTest(1, 0.05).read(List.of(PairOutcome.TIE, PairOutcome.TIE)));
    assertThatIllegalArgumentException().isThrownBy(() -> ShareSequence.interval(2, 1, 0.95, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> BettingSequence.of(List.of(1.5)));
    assertThatIllegalArgumentException().isThrownBy(() -> MedianSequence.of(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new QuantileTest(1, 10, 0.05));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuantileTest(0.5, 10, 0.05).pValue(List.of(), List.of(1.0)));
  }

  @Test
  void theOtherMethodsRefuseWhatCannotBeAsWell() {
    Proportion none = Proportion.wilson(0, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> ShareDifference.newcombe(none, none));
    assertThatIllegalArgumentException().isThrownBy(() -> new TwoByTwo(-1, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TwoByTwo(0, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> RankSumTest.of(List.of(), List.of(1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignFlipTest.of(List.of(Double.POSITIVE_INFINITY)));
    assertThatIllegalStateException()
        .isThrownBy(() -> SignFlipTest.of(Collections.nCopies(21, 1.0)).pValue());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BootstrapInterval.of(new double[1], values -> 0, 0.9, 10, random));
  }

  @Test
  void drawsSignsWhereThereAreTooManyToGoThrough() {
    double p = SignFlipTest.of(Collections.nCopies(30, 1.0)).pValue(999, random);
    assertThat(p).isEqualTo(0.001);
    double even = SignFlipTest.of(List.of(1.0, -1.0, 2.0, -2.5, 3.0)).pValue(4_000, random);
    assertThat(even)
        .isCloseTo(SignFlipTest.of(List.of(1.0, -1.0, 2.0, -2.5, 3.0)).pValue(), within(0.04));
  }

  private static List<PairOutcome> pairs(int row, int count) {
    List<PairOutcome> pairs = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      pairs.add((row >> n & 1) == 1 ? PairOutcome.WIN : PairOutcome.LOSS);
    }
    return pairs;
  }
}
