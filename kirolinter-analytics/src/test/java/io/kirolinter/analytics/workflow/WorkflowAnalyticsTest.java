package io.kirolinter.analytics.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Workflow analytics")
class WorkflowAnalyticsTest {

  private static final Run GOOD = PastRun.succeeded("quick_fix", "analyze", "fix");
  private static final Run BAD =
      PastRun.of("full_review", "predict", "analyze", "fix", "integrate")
          .at(PastRun.START.plusSeconds(60))
          .failing("predict", StepOutcome.RECOVERED, "no history in /a/b after 12 s")
          .step("analyze", StepOutcome.SUCCEEDED, 3, Duration.ofSeconds(7), Optional.of("busy"))
          .failing("fix", StepOutcome.FAILED, "no history in /c/d after 3 s")
          .skipped("integrate")
          .ended(RunStatus.FAILED);

  @Test
  void countsRunsStepsRetriesAndRecoveries() {
    RunSummary summary = report(GOOD, BAD).summary();
    assertThat(summary.runs()).isEqualTo(2);
    assertThat(summary.statuses()).isEqualTo(Map.of(RunStatus.SUCCEEDED, 1, RunStatus.FAILED, 1));
    assertThat(summary.success().share()).isEqualTo(0.5);
    assertThat(summary.success().interval().low()).isCloseTo(0.0945, within(1e-4));
    assertThat(summary.progress()).isEqualTo((1 + 0.25) / 2);
    assertThat(summary.retries()).isEqualTo(2);
    assertThat(summary.recoveries()).isEqualTo(1);
    assertThat(summary.findingsRemoved()).isEqualTo(4);
  }

  @Test
  void measuresFromTheFirstStepAndNotFromTheQueue() {
    assertThat(report(GOOD).summary().durations().median()).isEqualTo(Duration.ofSeconds(2));
    assertThat(report(GOOD, BAD).summary().durations().count()).isEqualTo(2);
  }

  @Test
  void passesOverLivingAndCancelledRunsInEveryRate() {
    Run living = PastRun.of("quick_fix", "analyze", "fix").living();
    Run cancelled = PastRun.of("quick_fix", "analyze", "fix").ended(RunStatus.CANCELLED);
    RunSummary summary = report(GOOD, living, cancelled).summary();
    assertThat(summary.runs()).isEqualTo(3);
    assertThat(summary.success().trials()).isEqualTo(1);
    assertThat(summary.progress()).isEqualTo(1);
    assertThat(summary.durations().count()).isEqualTo(1);
  }

  @Test
  void reportsEachStepOverAllAndInItsTemplate() {
    WorkflowReport report = report(GOOD, BAD);
    assertThat(report.steps())
        .extracting(StepReport::name)
        .containsExactly("analyze", "fix", "integrate", "predict");
    StepReport analyze = report.steps().get(0);
    assertThat(analyze.ended()).isEqualTo(2);
    assertThat(analyze.outcomes()).isEqualTo(Map.of(StepOutcome.SUCCEEDED, 2));
    assertThat(analyze.retries()).isEqualTo(2);
    assertThat(analyze.durations().median()).isEqualTo(Duration.ofSeconds(4));
    assertThat(report.templates())
        .extracting(TemplateReport::template)
        .containsExactly("full_review", "quick_fix");
    assertThat(report.templates().get(0).steps()).hasSize(4);
    assertThat(report.templates().get(1).steps()).hasSize(2);
  }

  @Test
  void countsASkippedStepNeitherAsSuccessNorAsFailure() {
    StepReport integrate = report(GOOD, BAD).steps().get(2);
    assertThat(integrate.ended()).isEqualTo(1);
    assertThat(integrate.success().trials()).isZero();
    assertThat(integrate.durations().count()).isZero();
    assertThat(integrate.outcomes()).isEqualTo(Map.of(StepOutcome.SKIPPED, 1));
  }

  @Test
  void putsErrorsTogetherThatReadAlike() {
    List<FailureGroup> failures = report(GOOD, BAD).failures();
    assertThat(failures).hasSize(2);
    FailureGroup most = failures.get(0);
    assertThat(most.shape()).isEqualTo("no history in <path> after <n> s");
    assertThat(most.steps()).containsExactly("fix", "predict");
    assertThat(most.count()).isEqualTo(2);
    assertThat(most.fatal()).isEqualTo(1);
    assertThat(most.firstSeen()).isBefore(most.lastSeen());
    assertThat(most.lastRun()).isEqualTo(BAD.id());
    assertThat(failures.get(1).shape()).isEqualTo("busy");
    assertThat(failures.get(1).fatal()).isZero();
  }

  @Test
  void countsTheErrorOfAStepThatIsTriedAgainAtThisMoment() {
    Run living =
        new Run(
            GOOD.id(),
            GOOD.plan(),
            RunState.queued()
                .withStep(
                    StepRecord.started("analyze", PastRun.START).triedAgain(Optional.of("busy")))
                .withStatus(RunStatus.RUNNING));
    assertThat(report(living).failures())
        .singleElement()
        .satisfies(group -> assertThat(group.lastSeen()).isEqualTo(PastRun.START));
  }

  @Test
  void canBeWrittenAsJsonAndReadBack() {
    WorkflowReport report = report(GOOD, BAD);
    String json = Json.write(report);
    assertThat(json).contains("\"statuses\":{\"succeeded\":1,\"failed\":1}", "\"share\":0.5");
    assertThat(Json.read(json, WorkflowReport.class)).isEqualTo(report);
    assertThat(Json.read(Json.write(report()), WorkflowReport.class)).isEqualTo(report());
  }

  @Test
  void readsALongHistoryAtOnce() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      runs.add(i % 3 == 0 ? BAD : GOOD);
    }
    WorkflowReport report = WorkflowAnalytics.of(runs, run -> 0);
    assertThat(report.summary().success().successes()).isEqualTo(13_333);
    assertThat(report.failures().get(0).count()).isEqualTo(2 * 6_667);
  }

  private static WorkflowReport report(Run... runs) {
    return WorkflowAnalytics.of(
        List.of(runs), run -> run.state().status() == RunStatus.SUCCEEDED ? 4 : 0);
  }
}
