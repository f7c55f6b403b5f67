package io.kirolinter.analytics.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.statistics.SignTest;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An experiment")
class ExperimentTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:15:30Z");

  private final List<PairResult> journal = new ArrayList<>();

  @Test
  void runsEachPairInItsPlannedOrderAndWritesItDownBeforeTheNext() throws Exception {
    ExperimentPlan plan = plan(8, Stopping.AT_PLANNED_END);
    List<TrialRequest> requests = new ArrayList<>();
    Experiment.of(plan)
        .run(
            request -> {
              assertThat(journal).hasSize(request.pair() - 1);
              requests.add(request);
              return trial(1, 1_000);
            },
            journal::add);
    List<TrialRequest> expected = new ArrayList<>();
    for (PlannedPair pair : plan.order()) {
      for (Arm arm : List.of(pair.first(), pair.first() == Arm.A ? Arm.B : Arm.A)) {
        String template = arm == Arm.A ? "full_review" : "quick_fix";
        expected.add(new TrialRequest(plan.experimentId(), pair.number(), 1, arm, template));
      }
    }
    assertThat(requests).isEqualTo(expected);
    assertThat(journal).extracting(PairResult::planned).isEqualTo(plan.order());
  }

  @Test
  void namesTheSideThatRemovesMoreInEveryPair() throws Exception {
    ExperimentResult result = run(10, Stopping.AT_PLANNED_END, pair -> 9, pair -> 5);
    assertThat(result.verdict()).isEqualTo(Verdict.A);
    Metric work = result.metric("useful-work");
    assertThat(work.estimate()).hasValue(1);
    assertThat(work.low().orElseThrow()).isCloseTo(Math.pow(0.025, 0.1), within(1e-8));
    assertThat(work.high()).hasValue(1);
    assertThat(work.pValue()).hasValue(2 / 1024.0);
    assertThat(work.adjustedPValue()).isEqualTo(work.pValue());
    assertThat(work.test()).isEqualTo("exact unconditional sign test (McNemar)");
    assertThat(result.pairsStillNeeded()).hasValue(0);
    assertThat(result.a().findingsRemoved()).isEqualTo(90);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void namesTheOtherSideWhenTheTemplatesChangePlaces() throws Exception {
    assertThat(run(10, Stopping.AT_PLANNED_END, pair -> 5, pair -> 9).verdict())
        .isEqualTo(Verdict.B);
    assertThat(run(20, Stopping.WHEN_DECIDED, pair -> 5, pair -> 9).verdict()).isEqualTo(Verdict.B);
  }

  @Test
  void neverNamesAWinnerOfFivePairs() throws Exception {
    for (Stopping stopping : List.of(Stopping.AT_PLANNED_END, Stopping.WHEN_DECIDED)) {
      ExperimentResult result = run(5, stopping, pair -> 9, pair -> 0);
      assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(result.metric("useful-work").pValue().orElseThrow())
          .isCloseTo(0.0625, within(1e-12));
      assertThat(result.warnings().get(0)).startsWith("5 pairs cannot name a winner");
      assertThat(result.pairsStillNeeded()).hasValue(1);
    }
  }

  @Test
  void stopsAsSoonAsThereIsAWinnerIfItMay() throws Exception {
    ExperimentResult result = run(20, Stopping.WHEN_DECIDED, pair -> 9, pair -> 5);
    assertThat(result.pairs()).isEqualTo(10);
    assertThat(result.pairsPlanned()).isEqualTo(20);
    assertThat(result.verdict()).isEqualTo(Verdict.A);
    assertThat(result.metric("useful-work").pValue().orElseThrow())
        .isCloseTo(2 / 1024.0, within(1e-12));
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void judgesSuccessAndDurationByMethodsForAnyTimeIfItMayStop() throws Exception {
    ExperimentResult result =
        run(
            30,
            Stopping.WHEN_DECIDED,
            request -> trial(9, 1_000L * (request.arm() == Arm.A ? 3 : 1)));
    Metric duration = result.metric("duration");
    assertThat(duration.test()).isEqualTo("two-sided e-process on the signs of log ratios");
    assertThat(duration.estimate().orElseThrow()).isCloseTo(3, within(1e-12));
    assertThat(duration.low().orElseThrow()).isCloseTo(3, within(1e-12));
    assertThat(duration.pValue().orElseThrow()).isLessThan(1e-6);
    assertThat(duration.adjustedPValue().orElseThrow())
        .isCloseTo(2 * duration.pValue().orElseThrow(), within(1e-12));
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void goesOnWithoutAPlannedEndUntilThereIsAWinner() throws Exception {
    ExperimentPlan plan = plan(ExperimentDesign.MOST_PAIRS, Stopping.OPEN_ENDED);
    TrialRunner better = request -> trial(request.arm() == Arm.B ? 2 : 1, 1_000);
    ExperimentResult three = Experiment.of(plan).resume(List.of(), better, journal::add, 3);
    assertThat(three.pairs()).isEqualTo(3);
    assertThat(three.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(three.metric("useful-work").pValue().orElseThrow()).isLessThan(1);
    assertThat(three.pairsStillNeeded()).hasValue(5);

    ExperimentResult whole =
        Experiment.of(plan).resume(List.copyOf(journal), better, journal::add, 50);
    assertThat(whole.pairs()).isEqualTo(8);
    assertThat(whole.verdict()).isEqualTo(Verdict.B);
    assertThat(whole.metric("useful-work").test()).isEqualTo("one-sided e-processes");
    assertThat(whole.metric("useful-work").pValue().orElseThrow()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void saysWhatTheWinnerCosts() throws Exception {
    for (Stopping stopping : List.of(Stopping.AT_PLANNED_END, Stopping.WHEN_DECIDED)) {
      ExperimentResult slow =
          run(40, stopping, request -> isA(request) ? trial(2, 3_000) : trial(1, 1_000));
      assertThat(slow.guardrails())
          .extracting(Guardrail::name, Guardrail::margin, Guardrail::state)
          .startsWith(tuple("duration", 1.25, Guardrail.State.BROKEN));
      ExperimentResult quick =
          run(40, stopping, request -> isA(request) ? trial(2, 1_000) : trial(1, 1_000));
      assertThat(quick.guardrails().get(0).state()).isEqualTo(Guardrail.State.KEPT);
      assertThat(quick.guardrails().get(0).bound()).hasValue(1);
    }
    ExperimentResult all = run(40, request -> isA(request) ? trial(2, 1_000) : trial(1, 1_000));
    assertThat(all.guardrails().get(1).state()).isEqualTo(Guardrail.State.KEPT);
    assertThat(all.guardrails().get(1).bound().orElseThrow())
        .isCloseTo(1 - Math.pow(0.05, 1 / 40.0), within(1e-9));
  }

  @Test
  void cannotShowWhatTooFewPairsDoNotTell() throws Exception {
    ExperimentResult result =
        run(
            40,
            Stopping.WHEN_DECIDED,
            request -> isA(request) ? trial(1, 1_000) : Trial.failed(Duration.ofSeconds(1)));
    assertThat(result.verdict()).isEqualTo(Verdict.A);
    assertThat(result.guardrails())
        .extracting(Guardrail::state)
        .containsOnly(Guardrail.State.NOT_SHOWN);
    assertThat(result.guardrails().get(0).bound()).isEmpty();
    assertThat(Guardrail.State.NOT_SHOWN.label()).isEqualTo("not-shown");
    assertThat(Guardrail.State.KEPT.label()).isEqualTo("kept");
    assertThat(Guardrail.State.BROKEN.label()).isEqualTo("broken");
  }

  @Test
  void goesOnAfterThePairsThatHaveEnded() throws Exception {
    ExperimentPlan plan = plan(10, Stopping.AT_PLANNED_END);
    Experiment experiment = Experiment.of(plan);
    assertThatThrownBy(
            () ->
                experiment.run(
                    request -> {
                      if (request.pair() == 4) {
                        throw new StoreException(ErrorMessage.cannot("reach", "store", "s"));
                      }
                      return trial(request.arm() == Arm.A ? 2 : 1, 1_000);
                    },
                    journal::add))
        .isInstanceOf(StoreException.class);
    assertThat(journal).hasSize(3);

    ExperimentResult halfway = experiment.analyse(journal);
    assertThat(halfway.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(halfway.pairsStillNeeded()).hasValue(7);
    assertThat(halfway.metric("useful-work").pValue()).isEmpty();
    assertThat(halfway.metric("duration").pValue()).isEmpty();
    assertThat(halfway.warnings()).containsExactly("ended after 3 of 10 planned pairs");

    ExperimentResult whole =
        experiment.resume(
            List.copyOf(journal),
            request -> {
              assertThat(request.pair()).isGreaterThan(3);
              return trial(request.arm() == Arm.A ? 2 : 1, 1_000);
            },
            journal::add);
    assertThat(whole.verdict()).isEqualTo(Verdict.A);
    assertThat(whole).isEqualTo(experiment.analyse(journal));
  }

  @Test
  void allowsNoVerdictBeforeThePlannedEndHoweverClearItLooks() throws Exception {
    ExperimentPlan plan = plan(10, Stopping.AT_PLANNED_END);
    Experiment.of(plan).run(request -> trial(request.arm() == Arm.A ? 2 : 1, 1_000), journal::add);
    assertThat(Experiment.of(plan).analyse(journal.subList(0, 9)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void knowsNothingBeforeTheFirstPair() {
    for (Stopping stopping : Stopping.values()) {
      ExperimentResult result = Experiment.of(plan(10, stopping)).analyse(List.of());
      assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(result.metric("useful-work").estimate()).isEmpty();
      assertThat(result.metric("success").low()).isEmpty();
      assertThat(result.metric("duration").pValue()).isEmpty();
      assertThat(result.power().decidedPairs()).isEqualTo(10);
    }
  }

  @Test
  void isInconclusiveWhereBothAlwaysRemoveEquallyMany() throws Exception {
    ExperimentResult result = run(10, Stopping.AT_PLANNED_END, pair -> 3, pair -> 3);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.metric("useful-work").pValue()).hasValue(1);
    assertThat(result.pairsStillNeeded()).isEmpty();
    assertThat(result.power().minimumDetectableShare()).isEmpty();
    assertThat(result.warnings())
        .containsExactly(
            "only 0 of 10 pairs are decided; in the others both templates removed equally many");
  }

  @Test
  void tellsHowManyMorePairsADifferenceAsSeenNeeds() throws Exception {
    ExperimentResult result =
        run(10, Stopping.AT_PLANNED_END, pair -> pair <= 7 ? 2 : 0, pair -> 1);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.metric("useful-work").estimate()).hasValue(0.7);
    int all = 10 + result.pairsStillNeeded().orElseThrow();
    assertThat(SignTest.power(all, 0.7, 0.05)).isGreaterThanOrEqualTo(0.8);
    assertThat(SignTest.power(all - 1, 0.7, 0.05)).isLessThan(0.8);
    assertThat(result.power().decidedPairs()).isEqualTo(10);
    assertThat(run(10, Stopping.AT_PLANNED_END, pair -> 2 * (pair % 2), pair -> 1))
        .satisfies(even -> assertThat(even.pairsStillNeeded()).isEmpty());
  }

  @Test
  void comparesDurationsByTheirRatioWhereBothSucceeded() throws Exception {
    ExperimentResult result =
        run(
            12,
            request ->
                request.pair() == 12
                    ? new Trial(0, RunStatus.FAILED, Duration.ofHours(1))
                    : trial(1, request.pair() * (request.arm() == Arm.A ? 300L : 200L)));
    Metric duration = result.metric("duration");
    assertThat(duration.pairs()).isEqualTo(11);
    assertThat(duration.estimate().orElseThrow()).isCloseTo(1.5, within(1e-12));
    assertThat(duration.low().orElseThrow()).isCloseTo(1.5, within(1e-12));
    assertThat(duration.high().orElseThrow()).isCloseTo(1.5, within(1e-12));
    assertThat(duration.pValue().orElseThrow()).isCloseTo(2 / 2048.0, within(1e-12));
    assertThat(duration.adjustedPValue().orElseThrow()).isCloseTo(4 / 2048.0, within(1e-12));
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void comparesSuccessWhereExactlyOneSucceeded() throws Exception {
    ExperimentResult result =
        run(
            8,
            request ->
                request.arm() == Arm.B && request.pair() > 1
                    ? new Trial(0, RunStatus.PARTIALLY_SUCCEEDED, Duration.ofSeconds(1))
                    : trial(0, 1_000));
    Metric success = result.metric("success");
    assertThat(success.pairs()).isEqualTo(7);
    assertThat(success.estimate()).hasValue(1);
    assertThat(success.pValue().orElseThrow()).isCloseTo(2 / 128.0, within(1e-12));
    assertThat(result.a().success().share()).isEqualTo(1);
    assertThat(result.b().success().share()).isEqualTo(1 / 8.0);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void countsAPairWithoutARunAsATie() throws Exception {
    ExperimentResult result =
        run(
            8,
            request -> {
              if (request.pair() == 3 && request.arm() == Arm.B) {
                throw noRun();
              }
              return trial(request.arm() == Arm.A ? 2 : 1, 1_000);
            });
    assertThat(journal.get(2).isComplete()).isFalse();
    assertThat(journal.get(2).problems())
        .containsExactly("quick_fix: Cannot make worktree 'w': x.");
    assertThat(result.metric("useful-work").pairs()).isEqualTo(7);
    assertThat(result.verdict()).isEqualTo(Verdict.A);
    assertThat(result.warnings()).containsExactly("1 of 8 pairs lack a run and count as ties");
  }

  @Test
  void givesNoVerdictWhereRunsAreMissingOnOneSideByMoreThanChance() throws Exception {
    ExperimentResult result =
        run(
            22,
            request -> {
              if (request.arm() == Arm.B && request.pair() > 10) {
                throw noRun();
              }
              return trial(request.arm() == Arm.A ? 2 : 1, 1_000);
            });
    assertThat(result.metric("useful-work").pValue().orElseThrow()).isLessThan(0.01);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.warnings().get(0)).startsWith("runs are missing on one side");
  }

  @Test
  void warnsWhenTheSecondRunGainsFromTheFirst() throws Exception {
    ExperimentPlan plan = plan(10, Stopping.AT_PLANNED_END);
    ExperimentResult result =
        Experiment.of(plan)
            .run(
                request ->
                    trial(
                        1,
                        plan.order().get(request.pair() - 1).first() == request.arm() ? 900 : 300),
                journal::add);
    assertThat(result.warnings()).anyMatch(text -> text.contains("not equally warm"));
  }

  @Test
  void hasTheFieldsThatItsJsonPromises() throws Exception {
    ExperimentResult result = run(10, Stopping.AT_PLANNED_END, pair -> 9, pair -> 5);
    String json = Json.write(result);
    assertThat(json)
        .contains(
            "\"experimentId\":\"ab-",
            "\"templateA\":\"full_review\"",
            "\"templateB\":\"quick_fix\"",
            "\"pairs\":10",
            "\"verdict\":\"a\"",
            "\"alpha\":0.05",
            "\"metrics\":[{\"name\":\"useful-work\"",
            "\"estimate\":1.0,\"low\":0.69",
            "\"pValue\":0.00195",
            "\"adjustedPValue\":",
            "\"test\":\"exact unconditional sign test",
            "\"power\":{",
            "\"pairsStillNeeded\":0",
            "\"warnings\":[]");
    assertThat(Json.read(json, ExperimentResult.class)).isEqualTo(result);
    assertThat(Json.read(Json.write(journal.get(0)), PairResult.class)).isEqualTo(journal.get(0));
    assertThatIllegalArgumentException().isThrownBy(() -> result.metric("speed"));
    assertThat(Verdict.INCONCLUSIVE.label()).isEqualTo("inconclusive");
    assertThat(Arm.B.label()).isEqualTo("b");
    assertThat(Stopping.WHEN_DECIDED.label()).isEqualTo("when-decided");
  }

  @Test
  void refusesPairsThatAreNotItsOwn() throws Exception {
    run(3, Stopping.AT_PLANNED_END, pair -> 1, pair -> 1);
    Experiment two = Experiment.of(plan(2, Stopping.AT_PLANNED_END));
    assertThatIllegalArgumentException().isThrownBy(() -> two.analyse(journal));
    assertThatIllegalArgumentException().isThrownBy(() -> two.analyse(journal.subList(1, 2)));
  }

  @Test
  void refusesTrialsThatCannotBe() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trial(-1, RunStatus.SUCCEEDED, second));
    assertThatIllegalArgumentException().isThrownBy(() -> new Trial(1, RunStatus.FAILED, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trial(0, RunStatus.CANCELLED, second));
    assertThatIllegalArgumentException().isThrownBy(() -> new Trial(0, RunStatus.RUNNING, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trial(0, RunStatus.SUCCEEDED, Duration.ZERO));
  }

  private ExperimentResult run(
      int pairs, Stopping stopping, IntUnaryOperator removedByA, IntUnaryOperator removedByB)
      throws InterruptedException {
    return Experiment.of(plan(pairs, stopping))
        .run(
            request -> {
              IntUnaryOperator removed = request.arm() == Arm.A ? removedByA : removedByB;
              return trial(removed.applyAsInt(request.pair()), 1_000);
            },
            journal::add);
  }

  private ExperimentResult run(int pairs, TrialRunner runner) throws InterruptedException {
    return run(pairs, Stopping.AT_PLANNED_END, runner);
  }

  private ExperimentResult run(int pairs, Stopping stopping, TrialRunner runner)
      throws InterruptedException {
    return Experiment.of(plan(pairs, stopping)).run(runner, journal::add);
  }

  private static boolean isA(TrialRequest request) {
    return request.arm() == Arm.A;
  }

  private static ExperimentPlan plan(int pairs, Stopping stopping) {
    Set<String> known = Set.of("full_review", "quick_fix");
    return ExperimentPlan.draw(
        ExperimentDesign.comparing("full_review", "quick_fix", known)
            .withPairs(pairs)
            .withSeed(11)
            .withStopping(stopping),
        NOW);
  }

  private static Trial trial(int removed, long millis) {
    return new Trial(removed, RunStatus.SUCCEEDED, Duration.ofMillis(millis));
  }

  private static WorkFailedException noRun() {
    return new WorkFailedException(ErrorMessage.cannot("make", "worktree", "w").found("x"));
  }
}
