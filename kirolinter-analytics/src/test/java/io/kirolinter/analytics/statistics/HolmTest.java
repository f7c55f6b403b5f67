package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Holm's adjustment")
class HolmTest {

  @Test
  void hasTheWorkedValues() {
    assertThat(Holm.adjust(List.of(.01, .04, .03, .005)).stream().mapToDouble(d -> d).toArray())
        .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
  }

  @Test
  void hasTheWorkedValuesOfFifteenTests() {
    List<Double> adjusted =
        Holm.adjust(
            List.of(
                .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719,
                .6528, .7590, 1.0));
    assertThat(adjusted.subList(0, 9).stream().mapToDouble(d -> d).toArray())
        .containsExactly(
            new double[] {.0015, .0056, .0247, .114, .2211, .278, .278, .278, .3213}, within(1e-8));
    assertThat(adjusted.subList(9, 15)).containsOnly(1.0);
  }

  @Test
  void leavesOneTestAsItIsAndNoneEmpty() {
    assertThat(Holm.adjust(List.of(.04))).containsExactly(.04);
    assertThat(Holm.adjust(List.of())).isEmpty();
  }
}
