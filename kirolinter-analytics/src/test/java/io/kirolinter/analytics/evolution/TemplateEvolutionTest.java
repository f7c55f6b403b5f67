package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.evolution.Evolution.Challenger;
import io.kirolinter.analytics.evolution.Evolution.NotEnoughData;
import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Template evolution")
class TemplateEvolutionTest {

  private static final Run SHORT = PastRun.succeeded("quick_fix", "analyze", "fix");
  private static final Run LONG = PastRun.succeeded("full_review", "predict", "analyze", "fix");
  private static final Run LONG_FAILED =
      PastRun.of("full_review", "predict", "analyze", "fix").ended(RunStatus.FAILED);

  @Test
  void takesTheStepsThatRemoveMostAndNotThoseThatRunMost() {
    Challenger challenger = challenger(byTemplate(1, 5), SHORT, SHORT, SHORT, LONG, LONG);
    assertThat(challenger.steps()).containsExactly("predict", "analyze", "fix");
    assertThat(challenger.templates()).containsExactly("full_review");
    assertThat(challenger.champion()).isEqualTo("quick_fix");
    assertThat(challenger.findingsRemovedPerRun()).isEqualTo(5);
    assertThat(challenger.evidence())
        .isEqualTo("predict, analyze, fix: 2 of 2 runs succeeded, 5.0 findings removed per run");
    assertThat(challenger.condition())
        .contains("replaces 'quick_fix' only after winning a paired comparison");
    assertThat(challenger.command())
        .contains(
            "kirolinter agent ab-test --template-a quick_fix --template-b full_review --runs 30");
  }

  @Test
  void countsTheRunsThatFailedAgainstTheirSteps() {
    Challenger challenger =
        challenger(
            byTemplate(2, 5),
            SHORT,
            SHORT,
            LONG,
            LONG,
            LONG_FAILED,
            LONG_FAILED,
            LONG_FAILED,
            LONG_FAILED);
    assertThat(challenger.steps()).containsExactly("analyze", "fix");
    assertThat(challenger.champion()).isEqualTo("full_review");
  }

  @Test
  void takesWhatSucceededMostOftenOfEquals() {
    assertThat(challenger(run -> 1, SHORT, SHORT, LONG, LONG, LONG).steps()).hasSize(3);
    assertThat(challenger(run -> 1, SHORT, SHORT, LONG, LONG).steps())
        .containsExactly("analyze", "fix");
  }

  @Test
  void hasNothingToTestWhenTheChampionIsBest() {
    assertThat(challenger(run -> 1, SHORT, SHORT).command()).isEmpty();
  }

  @Test
  void saysWhyThereIsNoChallenger() {
    assertThat(evolution(run -> 1)).isInstanceOf(NotEnoughData.class);
    assertThat(evolution(run -> 9, SHORT, LONG, LONG_FAILED))
        .isEqualTo(
            new NotEnoughData("not enough data: no step list succeeded 2 times in 3 ended runs"));
    assertThat(evolution(run -> 9, SHORT).challenger()).isEmpty();
  }

  @Test
  void passesOverLivingAndCancelledRuns() {
    List<Run> runs = new ArrayList<>(List.of(SHORT, SHORT));
    for (int i = 0; i < 5; i++) {
      runs.add(PastRun.of("monitor", "predict").ended(RunStatus.CANCELLED));
      runs.add(PastRun.of("monitor", "predict").living());
    }
    Challenger challenger = challenger(run -> 0, runs.toArray(Run[]::new));
    assertThat(challenger.champion()).isEqualTo("quick_fix");
    assertThat(challenger.runs()).isEqualTo(2);
  }

  private static ToIntFunction<Run> byTemplate(int quick, int full) {
    return run ->
        run.state().status() != RunStatus.SUCCEEDED
            ? 0
            : run.plan().template().equals("quick_fix") ? quick : full;
  }

  private static Challenger challenger(ToIntFunction<Run> removed, Run... runs) {
    return evolution(removed, runs).challenger().orElseThrow();
  }

  private static Evolution evolution(ToIntFunction<Run> removed, Run... runs) {
    return TemplateEvolution.challengerFrom(List.of(runs), removed);
  }
}
