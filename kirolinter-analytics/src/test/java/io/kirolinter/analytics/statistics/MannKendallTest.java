package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Worked values are those of SciPy 1.17.1, or of plain enumeration where said. */
class MannKendallTest {

  static final List<Double> EIGHT = List.of(3.1, 2.9, 3.5, 3.5, 4.2, 3.9, 4.4, 5.0);
  static final List<Double> FIFTY =
      List.of(
          1.3, 1.5, 0.1, -0.7, -1.0, 0.1, -0.9, -1.3, 0.4, 0.3, 0.7, -0.7, 0.2, 0.2, -1.2, 0.8, 0.6,
          2.7, 0.6, 0.2, 1.6, 0.6, 1.3, 0.1, 0.7, 1.5, 1.2, 0.7, -0.5, 1.0, 0.7, 1.3, 0.9, 1.7, 0.6,
          0.9, 1.4, -0.3, 0.4, 0.3, 2.8, 0.7, 1.5, 1.5, 0.6, -0.7, 1.9, 0.5, 1.7, -0.3);

  @Test
  void isExactAlsoWithTies() {
    MannKendall test = MannKendall.of(EIGHT);

    // all 20,160 orders of the eight values
    assertThat(test.s()).isEqualTo(23);
    assertThat(test.rising()).isCloseTo(0.001388888888888889, within(1e-12));
    assertThat(test.falling()).isCloseTo(0.9996527777777777, within(1e-12));
    assertThat(test.pValue()).isCloseTo(0.002777777777777778, within(1e-12));
  }

  @Test
  void agreesWithPlainEnumerationOfSmallSamples() {
    for (int code = 0; code < 4 * 4 * 4 * 4 * 4 * 4; code += 7) {
      List<Double> values = digits(code);
      long s = MannKendall.of(values).s();
      List<Long> all = new ArrayList<>();
      permute(values, List.of(), all);

      assertThat(MannKendall.of(values).pValue())
          .as("%s", values)
          .isCloseTo(
              all.stream().filter(other -> Math.abs(other) >= Math.abs(s)).count()
                  / (double) all.size(),
              within(1e-12));
    }
  }

  @Test
  void isNormalWithTheVarianceForTiesBeyondForty() {
    MannKendall test = MannKendall.of(FIFTY);

    assertThat(test.s()).isEqualTo(296);
    assertThat(test.variance()).isEqualTo(14_230);
    assertThat(test.pValue()).isCloseTo(0.013399385769415406, within(1e-12));
    assertThat(test.rising()).isCloseTo(0.006699692884707703, within(1e-12));
    assertThat(test.falling()).isGreaterThan(0.99);
  }

  @Test
  void saysNothingOfEqualValuesOrNone() {
    assertThat(MannKendall.of(List.of()).pValue()).isEqualTo(1);
    assertThat(MannKendall.of(List.of(1.0)).pValue()).isEqualTo(1);
    assertThat(MannKendall.of(List.of(2.0, 2.0, 2.0)).pValue()).isEqualTo(1);
    List<Double> many = IntStream.range(0, 50).mapToObj(i -> 1.0).toList();
    assertThat(MannKendall.of(many)).isEqualTo(new MannKendall(50, 0, 0, 1, 1, 1));
  }

  private static List<Double> digits(int code) {
    return IntStream.range(0, 6).mapToObj(i -> (double) (code >> (2 * i) & 3)).toList();
  }

  private static void permute(List<Double> left, List<Double> taken, List<Long> found) {
    if (left.isEmpty()) {
      long s = 0;
      for (int i = 0; i < taken.size(); i++) {
        for (int j = i + 1; j < taken.size(); j++) {
          s += (long) Math.signum(taken.get(j) - taken.get(i));
        }
      }
      found.add(s);
    }
    for (int i = 0; i < left.size(); i++) {
      List<Double> rest = new ArrayList<>(left);
      List<Double> next = new ArrayList<>(taken);
      next.add(rest.remove(i));
      permute(rest, next, found);
    }
  }
}
