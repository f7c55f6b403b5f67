package io.kirolinter.analytics.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.PairTest;
import io.kirolinter.core.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments on simulated templates, from fixed seeds; benchmarks has the large tables. */
@DisplayName("Simulated experiments")
class SimulatedExperimentsTest {

  private static final int REPETITIONS = 4_000;

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
    "30, OPEN_ENDED, 1",
  })
  void nameAWinnerOfEqualTemplatesRarelyEnough(int pairs, Stopping stopping, double block) {
    PairTest test = design(pairs, stopping, 1).test();
    SplittableRandom random = new SplittableRandom(20261122 + pairs);
    int winners = 0;
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      List<PairOutcome> outcomes = new ArrayList<>();
      for (int pair = 0; pair < pairs; pair++) {
        double size = Math.exp(block * (4 * random.nextDouble() - 2));
        outcomes.add(PairOutcome.ofMore(work(random, size, 1), work(random, size, 1)));
      }
      winners += test.winner(outcomes) == PairOutcome.TIE ? 0 : 1;
    }
    assertThat((double) winners / REPETITIONS).isLessThan(MOST_FALSE);
  }

  @Test
  void findTheTemplateThatDoesMoreInFewerPairsThanPlanned() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(7);
    int found = 0;
    int pairs = 0;
    for (int repetition = 0; repetition < 30; repetition++) {
      ExperimentResult result = simulate(random, 20, 4);
      found += result.verdict() == Verdict.A ? 1 : 0;
      pairs += result.pairs();
      assertThat(result.verdict()).isNotEqualTo(Verdict.B);
    }
    assertThat(found).isGreaterThan(18);
    assertThat(pairs).isLessThan(30 * 18);
  }

  private static ExperimentResult simulate(SplittableRandom random, int pairs, double gain)
      throws InterruptedException {
    ExperimentDesign design = design(pairs, Stopping.WHEN_DECIDED, random.nextLong());
    return Experiment.of(ExperimentPlan.draw(design, Instant.EPOCH))
        .run(
            request -> {
              Duration duration = Duration.ofNanos((long) (1e9 * Math.exp(random.nextDouble())));
              return random.nextDouble() < 0.1
                  ? Trial.failed(duration)
                  : new Trial(
                      work(random, 2, request.arm() == Arm.A ? gain : 1),
                      RunStatus.SUCCEEDED,
                      duration);
            },
            pair -> {});
  }

  private static int work(SplittableRandom random, double size, double gain) {
    return (int) (4 * size * gain * random.nextDouble());
  }

  private static ExperimentDesign design(int pairs, Stopping stopping, long seed) {
    return ExperimentDesign.comparing("x", "x", Set.of("x"))
        .withPairs(pairs)
        .withSeed(seed)
        .withStopping(stopping);
  }
}
