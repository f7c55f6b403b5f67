package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The signed-rank test")
class SignedRankTestTest {

  /** Hollander and Wolfe's depression data, before and after. */
  private static final double[] BEFORE = {1.83, .50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

  private static final double[] AFTER = {.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

  /** Student's sleep data: one zero, and ties. */
  private static final List<Double> SLEEP =
      List.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

  @Test
  void hasTheWorkedValuesOfTheDepressionData() {
    SignedRankTest test = SignedRankTest.of(differences(BEFORE, AFTER));
    assertThat(test.statistic()).isEqualTo(40);
    assertThat(test.pValue()).isCloseTo(.0390625, within(1e-12));
    assertThat(test.center()).isCloseTo(.46, within(1e-9));
    Interval interval = test.interval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(.01, within(1e-9));
    assertThat(interval.high()).isCloseTo(.786, within(1e-9));
    assertThat(interval.level()).isCloseTo(.9609375, within(1e-12));
  }

  @Test
  void hasTheWorkedValuesOfTheSleepDataWithItsZeroAndTies() {
    SignedRankTest test = SignedRankTest.of(SLEEP);
    assertThat(test.pValue()).isCloseTo(4 / 1024.0, within(1e-12));
    assertThat(test.center()).isCloseTo(1.3, within(1e-9));
  }

  @Test
  void agreesWithPlainEnumerationAlsoWithTies() {
    SplittableRandom random = new SplittableRandom(5);
    for (int table = 0; table < 500; table++) {
      List<Double> differences = small(random, random.nextInt(11));
      SignedRankTest test = SignedRankTest.of(differences);
      assertThat(test.pValue())
          .as(differences::toString)
          .isCloseTo(enumerated(differences), within(1e-12));
    }
  }

  private static List<Double> small(SplittableRandom random, int n) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      differences.add((double) random.nextInt(-4, 5));
    }
    return differences;
  }

  /** Twice the smaller share of all sign patterns whose V is as far out. */
  private static double enumerated(List<Double> differences) {
    double[] sizes = differences.stream().filter(d -> d != 0).mapToDouble(Math::abs).toArray();
    double[] seen = differences.stream().filter(d -> d != 0).mapToDouble(d -> d).toArray();
    double v = positiveRanks(seen, sizes);
    int atMost = 0;
    int atLeast = 0;
    for (int signs = 0; signs < 1 << sizes.length; signs++) {
      double[] flipped = sizes.clone();
      for (int i = 0; i < sizes.length; i++) {
        flipped[i] *= (signs >> i & 1) == 1 ? 1 : -1;
      }
      double other = positiveRanks(flipped, sizes);
      atMost += other <= v ? 1 : 0;
      atLeast += other >= v ? 1 : 0;
    }
    return Math.min(1, 2.0 * Math.min(atMost, atLeast) / (1 << sizes.length));
  }

  private static double positiveRanks(double[] differences, double[] sizes) {
    double sum = 0;
    for (int i = 0; i < differences.length; i++) {
      if (differences[i] > 0) {
        for (double size : sizes) {
          sum += size < sizes[i] ? 1 : size == sizes[i] ? 0.5 : 0;
        }
        sum += 0.5;
      }
    }
    return sum;
  }

  @Test
  void agreesWithTheLibraryWhereThereAreNoTies() {
    SplittableRandom random = new SplittableRandom(6);
    for (int table = 0; table < 50; table++) {
      double[] differences = random.doubles(40, -1, 2).toArray();
      double expected =
          WilcoxonSignedRankTest.withDefaults()
              .with(PValueMethod.EXACT)
              .test(differences)
              .getPValue();
      assertThat(SignedRankTest.of(boxed(differences)).pValue()).isCloseTo(expected, within(1e-10));
    }
  }

  @Test
  void hasIntervalsThatHoldTheCentreAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(8);
    int held = 0;
    for (int repetition = 0; repetition < 4_000; repetition++) {
      double[] values = random.doubles(10).map(u -> 3 + Math.log(u / (1 - u))).toArray();
      held += SignedRankTest.of(boxed(values)).interval(0.95).orElseThrow().contains(3) ? 1 : 0;
    }
    // The level of 10 differences is 0.9512; four standard errors are 0.014.
    assertThat(held / 4_000.0).isBetween(0.937, 0.966);
  }

  @Test
  void hasNoIntervalOfFewerThanSixDifferences() {
    assertThat(SignedRankTest.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).interval(0.95)).isEmpty();
    assertThat(SignedRankTest.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)).interval(0.95))
        .contains(new Interval(1, 6, 0.96875));
  }

  @Test
  void saysNothingWithoutADifference() {
    assertThat(SignedRankTest.of(List.of()).pValue()).isEqualTo(1);
    assertThat(SignedRankTest.of(List.of(0.0, 0.0)).pValue()).isEqualTo(1);
    assertThat(SignedRankTest.of(List.of(0.0, 0.0)).center()).isZero();
    assertThatIllegalStateException().isThrownBy(() -> SignedRankTest.of(List.of()).center());
    assertThat(SignedRankTest.of(List.of()).interval(0.95)).isEmpty();
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedRankTest.of(List.of(Double.NaN)));
  }

  private static List<Double> differences(double[] before, double[] after) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      differences.add(Math.round((before[i] - after[i]) * 1e6) / 1e6);
    }
    return differences;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
