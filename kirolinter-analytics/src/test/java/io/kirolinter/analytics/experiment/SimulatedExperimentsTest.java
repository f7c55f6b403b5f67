package io.kirolinter.analytics.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole experiments on simulated templates, from fixed seeds. */
@DisplayName("Simulated experiments")
class SimulatedExperimentsTest {

  private static final int REPETITIONS = 200;

  /** The false winners allowed: 5 %, and four standard errors of the simulation. */
  private static final double MOST_FALSE = 0.05 + 4 * Math.sqrt(0.05 * 0.95 / REPETITIONS);

  @ParameterizedTest(name = "{0} pairs, {1}, block sd {2}")
  @CsvSource({
    "6, AT_PLANNED_END, 1",
    "10, AT_PLANNED_END, 0",
    "20, AT_PLANNED_END, 2",
    "10, WHEN_DECIDED, 0",
    "20, WHEN_DECIDED, 1",
    "30, WHEN_DECIDED, 2",
  })
  void nameAWinnerOfEqualTemplatesRarelyEnough(int pairs, Stopping stopping, double block)
      throws InterruptedException {
    Rates rates = simulate(pairs, stopping, block, 1);
    assertThat(rates.winners()).isLessThan(MOST_FALSE);
    assertThat(rates.fastOrSlow()).isLessThan(MOST_FALSE);
  }

  @ParameterizedTest(name = "{0} pairs, {1}")
  @CsvSource({"30, AT_PLANNED_END, 30", "30, WHEN_DECIDED, 22"})
  void findTheTemplateThatDoesMore(int pairs, Stopping stopping, double mostPairs)
      throws InterruptedException {
    Rates rates = simulate(pairs, stopping, 1, 3);
    assertThat(rates.winnersA()).isGreaterThan(0.8);
    assertThat(rates.winners() - rates.winnersA()).isLessThan(0.01);
    assertThat(rates.pairs()).isLessThanOrEqualTo(mostPairs);
  }

  private record Rates(double winners, double winnersA, double fastOrSlow, double pairs) {}

  private static Rates simulate(int pairs, Stopping stopping, double block, double gain)
      throws InterruptedException {
    SplittableRandom random = new SplittableRandom(20261122 + pairs);
    int a = 0;
    int b = 0;
    int duration = 0;
    int used = 0;
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      ExperimentResult result = simulate(random, pairs, stopping, block, gain);
      a += result.verdict() == Verdict.A ? 1 : 0;
      b += result.verdict() == Verdict.B ? 1 : 0;
      duration += result.metric("duration").adjustedPValue().orElse(1) <= 0.05 ? 1 : 0;
      used += result.pairs();
    }
    double n = REPETITIONS;
    return new Rates((a + b) / n, a / n, duration / n, used / n);
  }

  private static ExperimentResult simulate(
      SplittableRandom random, int pairs, Stopping stopping, double block, double gain)
      throws InterruptedException {
    ExperimentDesign design =
        ExperimentDesign.comparing("x", "x", Set.of("x"))
            .withPairs(pairs)
            .withSeed(random.nextLong())
            .withStopping(stopping);
    double[] sizes = random.doubles(pairs).map(u -> Math.exp(block * (4 * u - 2))).toArray();
    return Experiment.of(ExperimentPlan.draw(design, Instant.EPOCH))
        .run(
            request -> {
              double size = sizes[request.pair() - 1] * (request.arm() == Arm.A ? gain : 1);
              int removed = (int) (4 * size * random.nextDouble());
              long nanos = (long) (1e9 * size / gain * Math.exp(random.nextDouble()));
              return random.nextDouble() < 0.1
                  ? new Trial(0, RunStatus.FAILED, Duration.ofNanos(nanos))
                  : new Trial(removed, RunStatus.SUCCEEDED, Duration.ofNanos(nanos));
            },
            pair -> {});
  }
}
