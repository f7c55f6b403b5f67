package io.kirolinter.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.testkit.SampleRuns;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunPlanTest {

  private static final String OLD_PLAN =
      """
      {"template": "quick_fix", "templateVersion": 1,
       "steps": [{"name": "analyze", "criticality": "critical",
                  "retry": {"maxAttempts": 3, "firstDelay": "PT0.2S", "maxDelay": "PT10S"}}],
       "scope": {"rules": [], "categories": [], "sources": "main", "order": "riskiest-first",
                 "effort": "quick", "fixes": "safe-only"},
       "repository": "github.com/acme/shop", "location": "/home/ann/shop", "baseCommit": null,
       "mode": "autonomous",
       "options": {"apply": "tree", "verifyCommand": null, "maxFixes": null, "maxLines": null,
                   "maxFiles": null},
       "effect": "changes", "createdAt": "2026-11-22T18:15:30Z"}
      """;

  private static final String OLD_STATE =
      """
      {"status": "running", "endedAt": null, "takeovers": 2,
       "steps": [{"name": "analyze", "outcome": null, "attempts": 3,
                  "startedAt": "2026-11-22T18:15:30Z", "endedAt": null, "summary": "",
                  "error": null}]}
      """;

  @Test
  void aFirstStepsForkTakesNothingAndALaterOneTakesWhatIsBefore() {
    RunPlan plan = SampleRuns.changing(1).plan();

    assertThat(plan.isTaken("analyze")).as("no fork").isFalse();
    assertThat(forked(plan, "analyze").isTaken("analyze")).isFalse();
    assertThat(forked(plan, "fix").isTaken("analyze")).isTrue();
    assertThat(forked(plan, "fix").isTaken("fix")).isFalse();
  }

  @Test
  void theLinkToTheOriginSurvivesTheJournal() {
    RunPlan plan = forked(SampleRuns.changing(1).plan(), "fix");

    assertThat(Json.read(Json.write(plan), RunPlan.class)).isEqualTo(plan);
    assertThat(Json.write(plan))
        .contains("\"forkedFrom\":{\"run\":\"20261122-181530-000009\",\"step\":\"fix\"}");
  }

  @Test
  void timeLimitsSurviveTheJournal() {
    PlannedStep step =
        new PlannedStep("fix", Criticality.CRITICAL, RetryPolicy.never())
            .withTimeLimit(Duration.ofMinutes(5));
    RunOptions options =
        RunOptions.applyingTo(ApplyTarget.TREE)
            .withStepTimeouts(Map.of("fix", Duration.ofSeconds(90)));

    assertThat(Json.read(Json.write(step), PlannedStep.class)).isEqualTo(step);
    assertThat(Json.read(Json.write(options), RunOptions.class)).isEqualTo(options);
    assertThat(options.withMaxFixes(3).withoutVerifyCommand().stepTimeouts())
        .containsOnlyKeys("fix");
  }

  @Test
  void aTimeLimitIsAboveZero() {
    PlannedStep step = new PlannedStep("fix", Criticality.CRITICAL, RetryPolicy.never());

    assertThat(step.timeLimit()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step.withTimeLimit(Duration.ZERO))
        .withMessageContaining("'fix'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step.withTimeLimit(Duration.ofSeconds(-1)));
  }

  @Test
  void anEarlyReleasesRunIsRead() {
    RunPlan plan = Json.read(OLD_PLAN, RunPlan.class);
    RunState state = Json.read(OLD_STATE, RunState.class);

    assertThat(plan.forkedFrom()).isEmpty();
    assertThat(plan.steps().get(0).timeLimit()).isEmpty();
    assertThat(plan.options().stepTimeouts()).isEmpty();
    assertThat(state.takeovers()).isEqualTo(2);
    assertThat(state.losses()).isZero();
    assertThat(state.worker()).isEmpty();
    assertThat(state.lostWorker()).isEmpty();
  }

  private static RunPlan forked(RunPlan plan, String step) {
    return new RunPlan(
        plan.template(),
        plan.templateVersion(),
        plan.steps(),
        plan.scope(),
        plan.repository(),
        plan.location(),
        plan.baseCommit(),
        plan.mode(),
        plan.options(),
        plan.effect(),
        plan.createdAt(),
        Optional.of(new ForkPoint(RunId.of("20261122-181530-000009"), step)));
  }
}
