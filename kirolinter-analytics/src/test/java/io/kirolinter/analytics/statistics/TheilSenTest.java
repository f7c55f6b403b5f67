package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Worked values are those of {@code scipy.stats.theilslopes} of SciPy 1.17.1. */
class TheilSenTest {

  @Test
  void agreesWithSciPy() {
    TheilSen line =
        TheilSen.of(List.of(0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 9.0, 12.0), MannKendallTest.EIGHT);

    assertThat(line.slope()).isCloseTo(0.15416666666666667, within(1e-12));
    assertThat(line.interval().low()).isCloseTo(0.08, within(1e-12));
    assertThat(line.interval().high()).isCloseTo(0.275, within(1e-12));

    TheilSen noisy =
        TheilSen.of(
            IntStream.range(0, 50).mapToObj(i -> (double) i).toList(), MannKendallTest.FIFTY);
    assertThat(noisy.slope()).isCloseTo(0.020833333333333332, within(1e-12));
    assertThat(noisy.interval().low()).isCloseTo(0.004347826086956521, within(1e-12));
    assertThat(noisy.interval().high()).isCloseTo(0.039473684210526314, within(1e-12));
  }

  @Test
  void isNotMovedByAWildValue() {
    List<Double> times = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);

    assertThat(TheilSen.of(times, List.of(0.0, 2.0, 4.0, 1e9, 8.0, 10.0, 12.0)).slope())
        .isCloseTo(2, within(1e-9));
  }

  @Test
  void needsTwoTimesThatDiffer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSen.of(List.of(1.0, 1.0), List.of(1.0, 2.0)))
        .withMessageContaining("two times that differ");
  }
}
