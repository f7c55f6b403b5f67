package io.kirolinter.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.testkit.SampleRuns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {

  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");

  @Test
  void anIdHasTheTimeOfItsStartAndSixDrawnDigits() {
    assertThat(RunId.next(AT, new Random(1)).value()).matches("20261122-181530-[0-9a-f]{6}");
    assertThat(RunId.next(AT, new Random(1))).isEqualTo(RunId.next(AT, new Random(1)));
    assertThat(RunId.next(AT, new Random(1))).isNotEqualTo(RunId.next(AT, new Random(2)));
    assertThat(RunId.next(AT, new Random(1)))
        .isLessThan(RunId.next(AT.plusSeconds(1), new Random(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20261122-181530", "20261122-181530-4F2AC1", "last", "../../x"})
  void refusesWhatIsNoRunId(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> RunId.of(value));
  }

  @Test
  void onlyAGrantedClaimHasALease() {
    Lease lease = new Lease(RunId.of("20261122-181530-4f2ac1"), "here", 1, AT);

    assertThat(new Claim.Granted(lease).granted()).contains(lease);
    assertThat(new Claim.Busy(lease.run(), "there", AT).granted()).isEmpty();
    assertThat(new Claim.Over(RunStatus.FAILED).granted()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Lease(lease.run(), "here", 0, AT));
  }

  @Test
  void keepsItsPlanWhenItsStateChanges() {
    Run run = SampleRuns.changing(1);
    RunState running = run.state().withStatus(RunStatus.RUNNING);

    assertThat(run.withState(running)).isEqualTo(new Run(run.id(), run.plan(), running));
  }

  @Test
  void aPlanHasAtLeastOneStep() {
    RunPlan plan = SampleRuns.changing(1).plan();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RunPlan(
                    plan.template(),
                    1,
                    List.of(),
                    plan.scope(),
                    plan.repository(),
                    plan.location(),
                    plan.baseCommit(),
                    plan.mode(),
                    plan.options(),
                    plan.effect(),
                    plan.createdAt()))
        .withMessageContaining("quick_fix");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlannedStep(" ", Criticality.CRITICAL, RetryPolicy.never()));
  }

  @Test
  void optionsChangeOneByOne() {
    RunOptions options =
        RunOptions.applyingTo(ApplyTarget.TREE).withMaxFixes(2).withVerifyCommand("make");

    assertThat(options)
        .isEqualTo(
            new RunOptions(
                ApplyTarget.TREE,
                Optional.of("make"),
                OptionalInt.of(2),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxFixes(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withMaxLines(OptionalInt.of(0)))
        .withMessage("maxLines must be >= 1, was 0");
    assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxFiles(OptionalInt.of(-1)));
  }

  @Test
  void aBranchIsLimitedToWhatOnePersonReviews() {
    RunOptions branch = RunOptions.applyingTo(ApplyTarget.BRANCH);

    assertThat(branch.maxLines()).hasValue(200);
    assertThat(branch.maxFiles()).hasValue(10);
    assertThat(branch.maxFixes()).isEmpty();
    assertThat(RunOptions.applyingTo(ApplyTarget.TREE).maxLines()).isEmpty();
    assertThat(RunOptions.applyingTo(ApplyTarget.NONE).maxFiles()).isEmpty();
    assertThat(branch.withMaxLines(OptionalInt.empty()).withMaxFiles(OptionalInt.of(3)))
        .isEqualTo(
            new RunOptions(
                ApplyTarget.BRANCH,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(3),
                List.of()));
  }

  @Test
  void aQueryAsksForAtLeastOneRun() {
    assertThat(RunQuery.newest(3).of(SampleRuns.REPOSITORY))
        .isEqualTo(new RunQuery(Optional.of(SampleRuns.REPOSITORY), Set.of(), 3));
    assertThatIllegalArgumentException().isThrownBy(() -> RunQuery.newest(0));
  }

  @Test
  void namesAreShownInKebabCase() {
    assertThat(RunStatus.PARTIALLY_SUCCEEDED.label()).isEqualTo("partially-succeeded");
    assertThat(StepOutcome.NOTHING_TO_DO.label()).isEqualTo("nothing-to-do");
    assertThat(RunMode.BACKGROUND.label()).isEqualTo("background");
    assertThat(ApplyTarget.TREE.label()).isEqualTo("tree");
    assertThat(Criticality.OPTIONAL.label()).isEqualTo("optional");
    assertThat(Effect.CHANGES.label()).isEqualTo("changes");
  }
}
