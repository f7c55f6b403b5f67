package io.kirolinter.analytics.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Advice")
class AdviceTest {

  @Test
  void isToRunMoreWhileThereAreFewerThanFiveRuns() {
    List<Run> four = times(4, at -> PastRun.of("quick_fix", "analyze").at(at), RunStatus.FAILED);
    assertThat(advice(four, 0))
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.kind()).isEqualTo("not-enough-data");
              assertThat(only.advice()).isEqualTo("not enough data: 4 ended runs, 5 needed");
              assertThat(only.command())
                  .isEqualTo("kirolinter agent workflow --repo /repo --template full_review");
            });
  }

  @Test
  void isNothingWhenAllIsWell() {
    assertThat(advice(times(10, AdviceTest::fine, RunStatus.SUCCEEDED), 3)).isEmpty();
  }

  @Test
  void namesAStepThatFailsOftenWithItsErrorAndTheRunToLookAt() {
    List<Run> runs =
        times(
            8,
            at ->
                PastRun.of("quick_fix", "analyze", "fix")
                    .at(at)
                    .step("analyze", StepOutcome.SUCCEEDED)
                    .failing("fix", StepOutcome.FAILED, "disk full at block " + at.getNano()),
            RunStatus.FAILED);
    assertThat(advice(runs, 0))
        .singleElement()
        .isEqualTo(
            new Recommendation(
                "step-fails",
                "Remove the cause of the failures of step 'fix', mostly: disk full at block <n>",
                "step 'fix' failed or was recovered in"
                    + " 8 of 8 (100 %, 95 % interval 68 to 100 %)",
                "at most 8 of 8 runs end better",
                "kirolinter agent status " + runs.get(7).id()));
  }

  @Test
  void isSilentAboutAFailureThatMayBeChance() {
    List<Run> runs = times(9, AdviceTest::fine, RunStatus.SUCCEEDED);
    runs.add(
        PastRun.of("quick_fix", "analyze")
            .failing("analyze", StepOutcome.FAILED, "once")
            .ended(RunStatus.FAILED));
    assertThat(advice(runs, 3)).isEmpty();
  }

  @Test
  void namesAStepThatPassesOnlyWhenTriedAgain() {
    List<Run> runs =
        times(
            6,
            at ->
                PastRun.of("quick_fix", "analyze")
                    .at(at)
                    .step(
                        "analyze",
                        StepOutcome.SUCCEEDED,
                        2,
                        Duration.ofSeconds(3),
                        Optional.empty()),
            RunStatus.SUCCEEDED);
    assertThat(advice(runs, 1))
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.kind()).isEqualTo("step-needs-retries");
              assertThat(only.evidence()).contains("6 of 6");
              assertThat(only.command()).isEqualTo("kirolinter agent runs --repo /repo");
            });
  }

  @Test
  void isToWatchWhereRunsRemoveNothing() {
    assertThat(advice(times(6, AdviceTest::fine, RunStatus.SUCCEEDED), 0))
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.kind()).isEqualTo("runs-without-effect");
              assertThat(only.expectedGain()).isEqualTo("about 1000 ms less in each such run");
              assertThat(only.command()).endsWith("--template monitor");
            });
  }

  @Test
  void leavesTemplatesAloneThatAreOnlyMeantToLook() {
    List<Run> runs = times(9, at -> fine(at).onlyReading(), RunStatus.SUCCEEDED);
    assertThat(advice(runs, 0)).isEmpty();
  }

  @Test
  void offersATestOfTheTwoTemplatesThatRunMost() {
    List<Run> runs = times(6, AdviceTest::fine, RunStatus.SUCCEEDED);
    runs.addAll(
        times(
            7,
            at ->
                PastRun.of("full_review", "analyze")
                    .in("/with space")
                    .at(at.plusSeconds(86_400))
                    .step("analyze", StepOutcome.SUCCEEDED),
            RunStatus.SUCCEEDED));
    assertThat(advice(runs, 2))
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.kind()).isEqualTo("compare-templates");
              assertThat(only.evidence())
                  .contains("'full_review' 2.0 in 7 runs, 'quick_fix' 2.0 in 6 runs");
              assertThat(only.command())
                  .isEqualTo(
                      "kirolinter agent ab-test --repo '/with space'"
                          + " --template-a full_review --template-b quick_fix --runs 30");
            });
  }

  private static PastRun fine(Instant at) {
    return PastRun.of("quick_fix", "analyze").at(at).step("analyze", StepOutcome.SUCCEEDED);
  }

  private static List<Run> times(int n, Function<Instant, PastRun> run, RunStatus status) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      runs.add(run.apply(PastRun.START.plusSeconds(3_600L * i)).ended(status));
    }
    return runs;
  }

  private static List<Recommendation> advice(List<Run> runs, int findingsRemoved) {
    List<Run> shuffled = new ArrayList<>(runs);
    Collections.reverse(shuffled);
    return WorkflowAnalytics.of(shuffled, run -> findingsRemoved).recommendations();
  }
}
