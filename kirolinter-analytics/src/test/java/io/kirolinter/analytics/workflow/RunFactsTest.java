package io.kirolinter.analytics.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
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

@DisplayName("The facts of a run")
class RunFactsTest {

  private static final List<StoredArtifact> TWO_FIXES =
      List.of(
          new StoredArtifact("analyze", "review", "not read"),
          new StoredArtifact("fix", "fix-set", Json.write(fixes())));

  @Test
  void areTheFixesOfARunThatKeptThem() {
    Run run = PastRun.succeeded("quick_fix", "analyze", "fix");
    assertThat(RunFacts.of(run, TWO_FIXES)).isEqualTo(new RunFacts(run, 2));
    Run partial = PastRun.of("quick_fix", "fix").ended(RunStatus.PARTIALLY_SUCCEEDED);
    assertThat(RunFacts.of(partial, TWO_FIXES).findingsRemoved()).isEqualTo(2);
  }

  @Test
  void areNoneOfARunThatFailedOrWasCancelledOrOnlyTold() {
    PastRun dry = PastRun.of("quick_fix", "fix").applyingTo(ApplyTarget.NONE);
    assertThat(
            List.of(
                PastRun.of("quick_fix", "fix").ended(RunStatus.FAILED),
                PastRun.of("quick_fix", "fix").ended(RunStatus.CANCELLED),
                PastRun.of("quick_fix", "fix").living(),
                dry.ended(RunStatus.SUCCEEDED)))
        .allSatisfy(run -> assertThat(RunFacts.of(run, TWO_FIXES).findingsRemoved()).isZero());
  }

  @Test
  void takeARunWithoutStepsFromItsCreation() {
    Run run = PastRun.of("quick_fix", "fix").ended(RunStatus.FAILED);
    assertThat(new RunFacts(run, 0).duration()).hasSeconds(1);
    assertThat(new RunFacts(PastRun.of("quick_fix", "fix").living(), 0).duration()).isZero();
  }

  @Test
  void areNeverLessThanNothing() {
    Run run = PastRun.succeeded("quick_fix", "fix");
    assertThatIllegalArgumentException().isThrownBy(() -> new RunFacts(run, -1));
  }

  private static FixSet fixes() {
    return new FixSet(
        List.of(
            new RuleChange(RuleId.of("empty-statement"), "t", List.of(fix(1), fix(9)), List.of())),
        List.of(),
        List.of());
  }

  private static AppliedFix fix(int line) {
    return new AppliedFix(
        new Fingerprint("0123456789abcdef"), SourcePath.of("A.java"), line, FixLevel.SAFE, "d");
  }
}
