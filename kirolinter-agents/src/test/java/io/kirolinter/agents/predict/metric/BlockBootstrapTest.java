package io.kirolinter.agents.predict.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {

  @Test
  void tellsTheMeanOfAllWindowsAndWhatItMayBe() {
    Estimate estimate =
        BlockBootstrap.seeded(1).mean(List.of(new double[] {1, 2, 3}, new double[] {6}));

    assertThat(estimate.mean()).isCloseTo(3, within(1e-12));
    assertThat(estimate.low()).isBetween(2.0, 3.0);
    assertThat(estimate.high()).isBetween(3.0, 4.0);
  }

  @Test
  void isSureOfWhatNeverDiffers() {
    assertThat(BlockBootstrap.seeded(1).mean(List.of(new double[] {2, 2}, new double[] {2})))
        .isEqualTo(new Estimate(2, 2, 2));
  }

  @Test
  void givesTheSameForTheSameSeed() {
    List<double[]> values = List.of(new double[] {1, 5, 2, 8, 3});

    assertThat(BlockBootstrap.seeded(7).mean(values))
        .isEqualTo(BlockBootstrap.seeded(7).mean(values));
  }

  @Test
  void holdsTheTrueMeanMostOfTheTime() {
    SplittableRandom random = new SplittableRandom(3);
    long held =
        IntStream.range(0, 200)
            .mapToObj(i -> IntStream.range(0, 40).mapToDouble(j -> random.nextDouble()).toArray())
            .map(values -> BlockBootstrap.seeded(5).mean(List.of(values)))
            .filter(estimate -> estimate.low() <= .5 && .5 <= estimate.high())
            .count();

    assertThat(held).isBetween(178L, 200L);
  }
}
