package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A proportion")
class ProportionTest {

  @Test
  void hasTheWorkedWilsonInterval() {
    Proportion nineOfTen = Proportion.wilson(9, 10);
    assertThat(nineOfTen.share()).isEqualTo(0.9);
    assertThat(nineOfTen.interval().low()).isCloseTo(0.5958499732, within(1e-8));
    assertThat(nineOfTen.interval().high()).isCloseTo(0.9821237869, within(1e-8));
    assertThat(nineOfTen.interval().level()).isEqualTo(0.95);
  }

  @Test
  void hasTheWorkedExactInterval() {
    Interval interval = Proportion.clopperPearson(9, 10, 0.95).interval();
    assertThat(interval.low()).isCloseTo(0.554983883, within(1e-8));
    assertThat(interval.high()).isCloseTo(0.9974714215, within(1e-8));
  }

  @Test
  void reachesTheEdgesWhenAllOrNoneSucceed() {
    assertThat(Proportion.wilson(0, 7).interval().low()).isZero();
    assertThat(Proportion.wilson(7, 7).interval().high()).isEqualTo(1);
    assertThat(Proportion.clopperPearson(0, 7, 0.95).interval().low()).isZero();
    assertThat(Proportion.clopperPearson(7, 7, 0.95).interval().high()).isEqualTo(1);
  }

  @Test
  void knowsNothingWithoutTrials() {
    assertThat(Proportion.wilson(0, 0))
        .isEqualTo(new Proportion(0, 0, 0, new Interval(0, 1, 0.95)));
    assertThat(Proportion.clopperPearson(0, 0, 0.9).interval()).isEqualTo(new Interval(0, 1, 0.9));
  }

  @Test
  void coversTheTruthOftenEnoughByPlainEnumeration() {
    for (int n = 1; n <= 25; n++) {
      for (double truth = 0.05; truth < 1; truth += 0.05) {
        assertThat(coverage(n, truth)).isGreaterThanOrEqualTo(0.95);
      }
    }
  }

  private static double coverage(int trials, double truth) {
    double coverage = 0;
    for (int k = 0; k <= trials; k++) {
      if (Proportion.clopperPearson(k, trials, 0.95).interval().contains(truth)) {
        coverage += BinomialDistribution.of(trials, truth).probability(k);
      }
    }
    return coverage;
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.wilson(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.wilson(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 1, 0));
  }
}
