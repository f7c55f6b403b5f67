package io.kirolinter.agents.predict.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {

  private static final Offset<Double> EXACT = within(1e-12);

  /** Five files of 10, 20, 30, 40 and 100 lines; the second and the last were fixed. */
  private static final Outcome FIVE =
      new Outcome(
          new boolean[] {false, true, false, false, true}, new long[] {10, 20, 30, 40, 100});

  @Test
  void countsPairsInTheRightOrderAndEqualOnesHalf() {
    // Pairs of a fixed and another file: .9 beats 3 of 3; .5 beats .1 and .2, and equals .5.
    assertThat(RankingMetrics.auc(FIVE, new double[] {.1, .5, .2, .5, .9}))
        .isCloseTo(5.5 / 6, EXACT);
    assertThat(RankingMetrics.auc(FIVE, new double[5])).isCloseTo(.5, EXACT);
    assertThat(RankingMetrics.auc(FIVE, new double[] {1, 0, 1, 1, 0})).isZero();
  }

  @Test
  void countsHitsAmongTheFirstTenOrAllOfFewer() {
    assertThat(RankingMetrics.precisionAtTen(FIVE, new double[5])).isCloseTo(2 / 5.0, EXACT);
    boolean[] happened = new boolean[20];
    happened[3] = true;
    happened[15] = true;
    double[] scores = new double[20];
    scores[15] = 1;
    Outcome twenty = new Outcome(happened, new long[20]);
    assertThat(RankingMetrics.precisionAtTen(twenty, scores)).isCloseTo(.2, EXACT);
  }

  @Test
  void readsFilesWhileTheyFitIntoAFifthOfAllLines() {
    // A fifth of 200 lines is 40.
    assertThat(RankingMetrics.recallAtFifthOfLines(FIVE, new double[] {4, 5, 3, 2, 1}))
        .as("20 and 10 lines; the next file of 30 does not fit")
        .isCloseTo(.5, EXACT);
    assertThat(RankingMetrics.recallAtFifthOfLines(FIVE, new double[] {1, 4, 3, 2, 5}))
        .as("the first does not fit, and nothing after it is read")
        .isZero();
  }

  @Test
  void placesAnOrderBetweenTheWorstAndTheBest() {
    assertThat(RankingMetrics.popt(FIVE, new double[] {3, 5, 2, 1, 4})).isCloseTo(1, EXACT);
    assertThat(RankingMetrics.popt(FIVE, new double[] {3, 1, 4, 5, 2})).isCloseTo(0, EXACT);
    // By hand, areas over 200 lines and 2 files. Best: 20 * .5 + 100 * 1.5 + 80 * 2 = 320. Worst:
    // 80 * 0 + 100 * .5 + 20 * 1.5 = 80. In the order of size, small first: 10 * 0 + 20 * .5 + 30 +
    // 40 + 100 * 1.5 = 230.
    assertThat(RankingMetrics.popt(FIVE, new double[] {5, 4, 3, 2, 1}))
        .isCloseTo((230.0 - 80) / (320 - 80), EXACT);
  }

  @Test
  void squaresHowFarAForecastWasOff() {
    assertThat(RankingMetrics.brier(FIVE, new double[] {0, 1, 0, 0, .5})).isCloseTo(.25 / 5, EXACT);
  }

  @Test
  void refusesLinesThatDoNotFit() {
    assertThatThrownBy(() -> new Outcome(new boolean[2], new long[1]))
        .hasMessageContaining("was 1 for 2");
  }
}
