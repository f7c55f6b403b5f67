package io.kirolinter.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStateTest {

  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");

  @Test
  void beginsQueuedWithNothingDone() {
    RunState queued = RunState.queued();

    assertThat(queued.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(queued.steps()).isEmpty();
    assertThat(queued.endedAt()).isEmpty();
    assertThat(queued.takeovers()).isZero();
  }

  @Test
  void replacesTheRecordOfAStepWhereItStands() {
    StepRecord again = StepRecord.started("analyze", AT).triedAgain(Optional.of("why"));
    RunState state =
        RunState.queued()
            .withStep(StepRecord.started("analyze", AT))
            .withStep(StepRecord.started("fix", AT))
            .withStep(again);

    assertThat(state.steps()).containsExactly(again, StepRecord.started("fix", AT));
    assertThat(state.step("analyze")).contains(again);
    assertThat(state.step("learn")).isEmpty();
  }

  @Test
  void keepsStepsAndTakeoversThroughEveryChange() {
    RunState state =
        RunState.queued()
            .withStep(StepRecord.started("fix", AT))
            .takenOver()
            .takenOver()
            .withStatus(RunStatus.RUNNING)
            .ended(RunStatus.FAILED, AT);

    assertThat(state.steps()).hasSize(1);
    assertThat(state.takeovers()).isEqualTo(2);
    assertThat(state.endedAt()).contains(AT);
    assertThat(state.status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void namesTheLastLostProcessUntilAStepEnds() {
    RunState lost = RunState.queued().writtenBy("one").takenOver().writtenBy("two").takenOver();

    assertThat(lost.losses()).isEqualTo(2);
    assertThat(lost.lostWorker()).contains("two");
    RunState further = lost.writtenBy("three").withoutLosses();
    assertThat(further.losses()).isZero();
    assertThat(further.lostWorker()).isEmpty();
    assertThat(further.worker()).contains("three");
    assertThat(further.takeovers()).as("all in all").isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(RunStatus.class)
  void hasAnEndExactlyIfItIsOver(RunStatus status) {
    if (status.isFinal()) {
      assertThat(RunState.queued().ended(status, AT).endedAt()).contains(AT);
      assertThatIllegalArgumentException().isThrownBy(() -> RunState.queued().withStatus(status));
    } else {
      assertThat(RunState.queued().withStatus(status).endedAt()).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> RunState.queued().ended(status, AT));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = RunStatus.class,
      names = {"QUEUED", "RUNNING", "WAITING"})
  void livingRunsAreNotFinalAndAreListedAsLiving(RunStatus status) {
    assertThat(status.isFinal()).isFalse();
    assertThat(RunQuery.living().statuses()).contains(status).hasSize(3);
  }

  @Test
  void aStepCountsItsAttemptsAndItsTime() {
    StepRecord started = StepRecord.started("fix", AT);
    StepRecord ended =
        started
            .triedAgain(Optional.of("locked"))
            .ended(StepOutcome.RECOVERED, AT.plusSeconds(3), "Done.", Optional.of("locked"));

    assertThat(started.isOver()).isFalse();
    assertThat(started.duration()).isZero();
    assertThat(ended.isOver()).isTrue();
    assertThat(ended.attempts()).isEqualTo(2);
    assertThat(ended.duration()).isEqualTo(Duration.ofSeconds(3));
    assertThat(ended.error()).contains("locked");
    assertThat(ended.outcome()).contains(StepOutcome.RECOVERED);
  }

  @Test
  void aSkippedStepWasNeverTried() {
    StepRecord skipped = StepRecord.skipped("fix", AT, "Asked for.");

    assertThat(skipped.attempts()).isZero();
    assertThat(skipped.outcome()).contains(StepOutcome.SKIPPED);
    assertThat(skipped.summary()).isEqualTo("Asked for.");
    assertThat(skipped.duration()).isZero();
  }

  @Test
  void aStepHasAnEndExactlyIfAnOutcome() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StepRecord(
                    "fix", Optional.empty(), 1, AT, Optional.of(AT), "", Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StepRecord(
                    "fix",
                    Optional.of(StepOutcome.FAILED),
                    1,
                    AT,
                    Optional.empty(),
                    "",
                    Optional.empty()));
  }
}
