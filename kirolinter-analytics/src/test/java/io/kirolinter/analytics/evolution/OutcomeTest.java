package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A run is useful")
class OutcomeTest {

  private static final RuleId RULE = RuleId.of("empty-statement");
  private static final Fingerprint ONE = new Fingerprint("0123456789abcdef");
  private static final SourcePath PATH = SourcePath.of("A.java");
  private static final FixSet FIXED =
      new FixSet(
          List.of(
              new RuleChange(
                  RULE, "t", List.of(new AppliedFix(ONE, PATH, 1, FixLevel.SAFE, "d")), List.of())),
          List.of(),
          List.of());
  private static final FixSet DROPPED =
      new FixSet(
          List.of(),
          List.of(new DroppedFix(RULE, ONE, PATH, 1, DropCause.FAILED_GATE, "compiler: no")),
          List.of());
  private static final FixSet EMPTY = new FixSet(List.of(), List.of(), List.of());

  @Test
  void ifItLeftAVerifiedFix() {
    assertThat(outcome(fixing(RunStatus.SUCCEEDED), FIXED))
        .isEqualTo(new Outcome(true, 1, RunStatus.SUCCEEDED));
    assertThat(outcome(fixing(RunStatus.PARTIALLY_SUCCEEDED), FIXED).useful()).isTrue();
  }

  @Test
  void notIfItsFixesWereDroppedOrLeftWaiting() {
    assertThat(outcome(fixing(RunStatus.SUCCEEDED), DROPPED).useful()).isFalse();
    assertThat(outcome(fixing(RunStatus.SUCCEEDED), EMPTY.withWaiting(3)).useful()).isFalse();
  }

  @Test
  void notIfItFailedOrWasCancelledOrOnlyTold() {
    Run told = PastRun.of("t", "fix").applyingTo(ApplyTarget.NONE).ended(RunStatus.SUCCEEDED);
    for (Run run : List.of(fixing(RunStatus.FAILED), fixing(RunStatus.CANCELLED), told)) {
      assertThat(outcome(run, FIXED).useful()).isFalse();
      assertThat(outcome(run, FIXED).findingsRemoved()).isZero();
    }
  }

  @Test
  void notByHavingNothingToDo() {
    assertThat(outcome(fixing(RunStatus.SUCCEEDED), EMPTY).useful()).isFalse();
    assertThat(outcome(fixing(RunStatus.SUCCEEDED)).useful()).isFalse();
  }

  @Test
  void notByHavingFewerSteps() {
    assertThat(outcome(PastRun.succeeded("t", "analyze")).useful()).isFalse();
  }

  @Test
  void andNeverRemovesLessThanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome(true, -1, RunStatus.SUCCEEDED));
  }

  private static Run fixing(RunStatus status) {
    return PastRun.of("t", "analyze", "fix").ended(status);
  }

  private static Outcome outcome(Run run, FixSet... fixes) {
    return Outcome.of(
        run,
        List.of(fixes).stream()
            .map(set -> new StoredArtifact("fix", "fix-set", Json.write(set)))
            .toList());
  }
}
