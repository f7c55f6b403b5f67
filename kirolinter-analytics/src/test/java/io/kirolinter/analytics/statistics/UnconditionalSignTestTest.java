package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.statistics.PairTest.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The unconditional sign test")
class UnconditionalSignTestTest {

  /** Of template A at .85 and B at .60, on blocks that differ by two logits. */
  private static final double DECIDED = 0.2855335206630 + 0.0355335206630;

  private static final double WON = 0.2855335206630 / DECIDED;

  /** The values are the highest on a grid of shares that ends at .995. */
  @ParameterizedTest
  @CsvSource({"10, 5, 0, .02645935", "10, 6, 1, .10597245", "20, 9, 2, .04132535"})
  void hasTheWorkedValues(int pairs, int wins, int losses, double expected) {
    double highest = 0;
    for (int i = 1; i <= 199; i++) {
      highest = Math.max(highest, UnconditionalSignTest.tailAt(wins, losses, pairs, i / 200.0));
    }
    assertThat(highest).isCloseTo(expected, within(1e-8));
    assertThat(UnconditionalSignTest.pValue(losses, wins, pairs))
        .isEqualTo(UnconditionalSignTest.pValue(wins, losses, pairs))
        .isBetween(highest, highest + 0.004);
  }

  @Test
  void looksAtSharesThatAGridMisses() {
    // Where all ten pairs are decided, 8 of 10 are as far out as 6 of 7: 2 * 56 / 1024.
    assertThat(UnconditionalSignTest.pValue(6, 1, 10)).isCloseTo(.109375, within(1e-4));
  }

  /** The chance of a winner, by going through all rows of pairs. */
  @ParameterizedTest
  @ValueSource(ints = {5, 6, 8, 11})
  void hasTheSizeAndPowerThatAllRowsGive(int planned) {
    UnconditionalSignTest test = UnconditionalSignTest.watched(planned, 0.05);
    double size = 0;
    double power = 0;
    int rows = (int) Math.pow(3, planned);
    for (int row = 0; row < rows; row++) {
      List<PairOutcome> pairs = row(row, planned);
      PairOutcome winner = test.winner(pairs);
      int ties = Collections.frequency(pairs, PairOutcome.TIE);
      int wins = Collections.frequency(pairs, PairOutcome.WIN);
      double decided = Math.pow(0.4, ties) * Math.pow(0.6, planned - ties);
      size += winner == PairOutcome.TIE ? 0 : decided * Math.pow(0.5, planned - ties);
      power +=
          winner == PairOutcome.WIN
              ? decided * Math.pow(0.8, wins) * Math.pow(0.2, planned - ties - wins)
              : 0;
    }
    assertThat(test.size(0.6)).isCloseTo(size, within(1e-12));
    assertThat(test.power(0.6, 0.8)).isCloseTo(power, within(1e-12));
  }

  private static List<PairOutcome> row(int code, int planned) {
    List<PairOutcome> pairs = new ArrayList<>();
    int rest = code;
    for (int n = 0; n < planned; n++) {
      pairs.add(PairOutcome.values()[rest % 3]);
      rest /= 3;
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6, 7, 8, 10, 15, 20, 30, 37, 50})
  void keepsItsLevelAtEveryShareOfDecidedPairs(int planned) {
    UnconditionalSignTest test = UnconditionalSignTest.watched(planned, 0.05);
    for (int i = 0; i <= 2_000; i++) {
      assertThat(test.size(i / 2_000.0)).isLessThanOrEqualTo(0.05 + 1e-12);
    }
  }

  @Test
  void reachesTheUnconditionalTestOfAPlannedEndWhileOneLooks() {
    double twenty = UnconditionalSignTest.watched(20, 0.05).power(DECIDED, WON);
    double thirty = UnconditionalSignTest.watched(30, 0.05).power(DECIDED, WON);
    assertThat(twenty).isCloseTo(.497, within(.001));
    assertThat(thirty).isCloseTo(.740, within(.001));
    UnconditionalSignTest fifty = UnconditionalSignTest.watched(50, 0.05);
    assertThat(fifty.power(DECIDED, WON)).isCloseTo(.929, within(.001));
    assertThat(fifty.expectedPairs(DECIDED, WON)).isCloseTo(34.7, within(.1));
    assertThat(UnconditionalSignTest.atPlannedEnd(30, 0.05).power(DECIDED, WON)).isLessThan(thirty);
  }

  @Test
  void neverNamesAWinnerOfFivePairsButOfSix() {
    assertThat(UnconditionalSignTest.watched(5, 0.05).power(1, 1)).isZero();
    assertThat(UnconditionalSignTest.watched(6, 0.05).power(1, 1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void hasAWinnerExactlyIfThePValueIsAtMostAlpha() {
    SplittableRandom random = new SplittableRandom(3);
    for (int repetition = 0; repetition < 200; repetition++) {
      UnconditionalSignTest test = UnconditionalSignTest.watched(1 + random.nextInt(25), 0.05);
      List<PairOutcome> pairs = draw(random, test.mostPairs(), random.nextDouble());
      Reading reading = test.read(pairs);
      Reading mirrored = test.read(pairs.stream().map(PairOutcome::mirrored).toList());
      assertThat(reading.winner() != PairOutcome.TIE).isEqualTo(reading.pValue() <= 0.05);
      assertThat(reading.share().interval().contains(0.5)).isEqualTo(reading.pValue() > 0.05);
      assertThat(reading.winner()).isEqualTo(test.winner(pairs));
      assertThat(mirrored.winner()).isEqualTo(reading.winner().mirrored());
      assertThat(mirrored.pValue()).isEqualTo(reading.pValue());
      assertThat(mirrored.share().interval().low())
          .isCloseTo(1 - reading.share().interval().high(), within(1e-8));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.7, 0.9", "0.9, 0.5", "0.5, 0.3"})
  void coversTheTruthOverAllRows(double truth, double decidedShare) {
    int planned = 8;
    UnconditionalSignTest test = UnconditionalSignTest.watched(planned, 0.05);
    double covered = 0;
    double small = 0;
    for (int row = 0; row < (int) Math.pow(3, planned); row++) {
      List<PairOutcome> pairs = row(row, planned);
      Reading reading = test.read(pairs);
      int ties = Collections.frequency(pairs, PairOutcome.TIE);
      int wins = Collections.frequency(pairs, PairOutcome.WIN);
      double decided = Math.pow(1 - decidedShare, ties) * Math.pow(decidedShare, planned - ties);
      double chance = decided * Math.pow(truth, wins) * Math.pow(1 - truth, planned - ties - wins);
      covered += reading.share().interval().contains(truth) ? chance : 0;
      small += reading.pValue() <= 0.02 ? decided * Math.pow(0.5, planned - ties) : 0;
    }
    assertThat(covered).isBetween(0.95, 1.0);
    assertThat(small).isLessThanOrEqualTo(0.02);
  }

  @Test
  void stopsAtACountOnlyIfItWouldAtAnyThatSpeaksEvenClearer() {
    UnconditionalSignTest test = UnconditionalSignTest.atPlannedEnd(30, 0.05);
    for (int decided = 1; decided < 30; decided++) {
      int bound = test.boundary(30, decided);
      assertThat(test.boundary(30, decided + 1)).isLessThanOrEqualTo(bound + 1);
    }
  }

  @Test
  void saysNothingWhilePairsAreToCome() {
    Reading reading = UnconditionalSignTest.watched(10, 0.05).read(List.of(PairOutcome.WIN));
    assertThat(reading.isFinal()).isFalse();
    assertThat(reading.pValue()).isEqualTo(1);
    assertThat(reading.share().interval()).isEqualTo(new Interval(0, 1, 0.95));
  }

  @Test
  void refusesWhatWasNotPlanned() {
    UnconditionalSignTest test = UnconditionalSignTest.watched(1, 0.05);
    List<PairOutcome> two = List.of(PairOutcome.TIE, PairOutcome.TIE);
    assertThatIllegalArgumentException().isThrownBy(() -> test.read(two));
    assertThatIllegalArgumentException().isThrownBy(() -> UnconditionalSignTest.watched(101, 0.05));
    assertThatIllegalArgumentException().isThrownBy(() -> UnconditionalSignTest.watched(0, 0.05));
    assertThatIllegalArgumentException().isThrownBy(() -> UnconditionalSignTest.pValue(3, 3, 5));
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
