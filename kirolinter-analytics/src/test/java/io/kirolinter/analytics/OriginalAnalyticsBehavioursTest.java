package io.kirolinter.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.analytics.experiment.Arm;
import io.kirolinter.analytics.experiment.Experiment;
import io.kirolinter.analytics.experiment.ExperimentDesign;
import io.kirolinter.analytics.experiment.ExperimentPlan;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.PairResult;
import io.kirolinter.analytics.experiment.Trial;
import io.kirolinter.analytics.experiment.TrialRequest;
import io.kirolinter.analytics.experiment.Verdict;
import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.analytics.workflow.Recommendation;
import io.kirolinter.analytics.workflow.StepReport;
import io.kirolinter.analytics.workflow.TemplateReport;
import io.kirolinter.analytics.workflow.WorkflowAnalytics;
import io.kirolinter.analytics.workflow.WorkflowReport;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the original's tests 14 to 18 promised, kept by real parts and without its guesses. */
@DisplayName("The original's analytics")
class OriginalAnalyticsBehavioursTest {

  private static final Set<String> TEMPLATES = Set.of("full_review", "quick_fix", "monitor");

  @Test
  void number14WithoutDataAllIsZeroAndOneRecommendationSaysWhatIsNeeded() {
    WorkflowReport report = WorkflowAnalytics.of(List.of(), run -> 0);
    assertThat(report.summary().runs()).isZero();
    assertThat(report.summary().success().share()).isZero();
    assertThat(report.summary().progress()).isZero();
    assertThat(report.recommendations())
        .singleElement()
        .extracting(Recommendation::advice)
        .isEqualTo("not enough data: 0 ended runs, 5 needed");
  }

  @Test
  void number15OneWholeAndOneHalfRunGiveTheirRates() {
    Run whole = PastRun.succeeded("full_review", "predict", "analyze");
    Run half =
        PastRun.of("quick_fix", "analyze", "fix")
            .step("analyze", StepOutcome.SUCCEEDED)
            .failing("fix", StepOutcome.FAILED, "broken")
            .ended(RunStatus.FAILED);
    WorkflowReport report = WorkflowAnalytics.of(List.of(whole, half), run -> 0);
    assertThat(report.summary().runs()).isEqualTo(2);
    assertThat(report.summary().success().share()).isEqualTo(0.5);
    assertThat(report.summary().progress()).isEqualTo(0.75);
    assertThat(report.templates())
        .extracting(TemplateReport::template)
        .containsExactly("full_review", "quick_fix");
    assertThat(report.steps())
        .extracting(StepReport::name)
        .containsExactly("analyze", "fix", "predict");
  }

  @Test
  void number17TwoRunsEachGiveRatesFourExecutionsAndNoWinner() throws Exception {
    List<TrialRequest> executions = new ArrayList<>();
    List<PairResult> stored = new ArrayList<>();
    ExperimentResult result =
        Experiment.of(plan("full_review", "quick_fix"))
            .run(
                request -> {
                  executions.add(request);
                  boolean fails = request.arm() == Arm.B && request.pair() == 2;
                  return new Trial(
                      fails ? 0 : 1,
                      fails ? RunStatus.FAILED : RunStatus.SUCCEEDED,
                      Duration.ofSeconds(1));
                },
                stored::add);
    assertThat(result.a().success().share()).isEqualTo(1);
    assertThat(result.b().success().share()).isEqualTo(0.5);
    assertThat(executions).hasSize(4);
    assertThat(stored).hasSize(2);
    // The original calls the first a winner here; two pairs cannot show that.
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.warnings().get(0)).contains("plan at least 6");
  }

  @Test
  void number18AnUnknownTemplateIsRefused() {
    assertThatThrownBy(() -> plan("full_review", "no_such_thing"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("not found");
  }

  private static ExperimentPlan plan(String a, String b) {
    ExperimentDesign design = ExperimentDesign.comparing(a, b, TEMPLATES).withPairs(2);
    return ExperimentPlan.draw(design, Instant.parse("2026-11-22T18:00:00Z"));
  }
}
