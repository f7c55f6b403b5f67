package io.kirolinter.analytics.evolution.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.evolution.TemplateVersion;
import io.kirolinter.analytics.evolution.mining.PastRuns.Observed;
import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What past runs suggest")
class PastRunsTest {

  private static final RepositoryId SHOP = new RepositoryId("example.org/shop");
  private static final RepositoryId BANK = new RepositoryId("example.org/bank");

  private final List<Observed> runs = new ArrayList<>();

  @Test
  void aStepThatHelpsIsPutIntoTheChampion() {
    observe(SHOP, 20, true, steps("predict", "analyze", "fix"));
    observe(SHOP, 20, false, steps("analyze", "fix"));

    Hypothesis first = hypotheses().get(0);
    assertThat(first.inWords())
        .isEqualTo(
            "runs with step 'predict' were useful more often: 20 of 20, without 0 of 20 "
                + "(adjusted p 1.5e-11)");
    TemplateVersion challenger = challenger("analyze", "fix").orElseThrow();
    assertThat(challenger.stepNames()).containsExactly("predict", "analyze", "fix");
    assertThat(challenger.origin()).isEqualTo(first.inWords());
    assertThat(challenger("predict", "analyze", "fix")).isEmpty();
  }

  @Test
  void aStepIsPutAfterThoseThatItStoodAfter() {
    observe(SHOP, 20, true, steps("analyze", "fix", "learn"));
    observe(SHOP, 20, false, steps("analyze", "fix"));
    assertThat(challenger("predict", "analyze", "fix").orElseThrow().stepNames())
        .containsExactly("predict", "analyze", "fix", "learn");
  }

  @Test
  void aStepThatHarmsIsTakenOutUnlessTheRunCannotDoWithoutIt() {
    observe(SHOP, 20, false, steps("analyze", "fix", "learn"));
    observe(SHOP, 20, true, steps("analyze", "fix"));
    assertThat(challenger("analyze", "fix", "learn").orElseThrow().stepNames())
        .containsExactly("analyze", "fix");
    assertThat(
            Challengers.of(version(critical("analyze", "fix", "learn")), past())
                .from(hypotheses().get(0)))
        .isEmpty();
  }

  @Test
  void theOrderOfTwoStepsIsTurned() {
    observe(SHOP, 20, true, steps("analyze", "learn", "fix"));
    observe(SHOP, 20, false, steps("analyze", "fix", "learn"));
    assertThat(challenger("analyze", "fix", "learn").orElseThrow().stepNames())
        .containsExactly("analyze", "learn", "fix");
    assertThat(challenger("analyze", "learn", "fix")).isEmpty();
  }

  @Test
  void anOptionAndANumberOfAttemptsAreTakenOver() {
    List<PlannedStep> plain = steps("analyze", "fix");
    List<PlannedStep> limited =
        List.of(plain.get(0), plain.get(1).withOptions(Map.of("max-fixes", List.of("5"))));
    observe(SHOP, 20, true, limited);
    observe(SHOP, 20, false, plain);
    assertThat(challenger("analyze", "fix").orElseThrow().steps()).isEqualTo(limited);

    runs.clear();
    List<PlannedStep> patient =
        List.of(
            plain.get(0).withRetry(new RetryPolicy(5, Duration.ZERO, Duration.ZERO)), plain.get(1));
    observe(SHOP, 20, true, patient);
    observe(SHOP, 20, false, plain);
    assertThat(challenger("analyze", "fix").orElseThrow().steps()).isEqualTo(patient);
  }

  @Test
  void anOptionThatHarmsIsLeftOut() {
    List<PlannedStep> plain = steps("analyze", "fix");
    List<PlannedStep> limited =
        List.of(plain.get(0), plain.get(1).withOptions(Map.of("max-fixes", List.of("5"))));
    observe(SHOP, 20, false, limited);
    observe(SHOP, 20, true, plain);
    assertThat(Challengers.of(version(limited), past()).from(hypotheses().get(0)))
        .hasValueSatisfying(version -> assertThat(version.steps()).isEqualTo(plain));
  }

  @Test
  void fewRunsSuggestNothing() {
    observe(SHOP, 3, true, steps("predict", "analyze", "fix"));
    observe(SHOP, 3, false, steps("analyze", "fix"));
    assertThat(hypotheses()).isEmpty();
    assertThat(PastRuns.of(List.of()).hypotheses()).isEmpty();
  }

  @Test
  void whatOnlyOneRepositoryRunsIsNoReasonForItsResults() {
    observe(SHOP, 30, true, steps("predict", "analyze", "fix"));
    observe(BANK, 30, false, steps("analyze", "fix"));
    assertThat(hypotheses()).isEmpty();
  }

  @Test
  void plansCountAndNotWhatCameToRun() {
    // Every run was to learn; only the good ones got that far.
    Stream.of(
            PastRun.succeeded("t", "analyze", "learn"),
            PastRun.of("t", "analyze", "learn").ended(RunStatus.FAILED))
        .flatMap(run -> Observed.of(run, run.state().status() == RunStatus.SUCCEEDED).stream())
        .forEach(run -> runs.addAll(java.util.Collections.nCopies(20, run)));
    assertThat(past().size()).isEqualTo(40);
    assertThat(hypotheses()).isEmpty();
  }

  @Test
  void runsThatLiveOrWereCancelledAreNotCounted() {
    assertThat(Observed.of(PastRun.of("t", "analyze").living(), false)).isEmpty();
    assertThat(Observed.of(PastRun.of("t", "analyze").ended(RunStatus.CANCELLED), false)).isEmpty();
  }

  private void observe(RepositoryId repository, int count, boolean useful, List<PlannedStep> plan) {
    for (int i = 0; i < count; i++) {
      runs.add(new Observed(repository, plan, useful));
    }
  }

  private PastRuns past() {
    return PastRuns.of(runs);
  }

  private List<Hypothesis> hypotheses() {
    return past().hypotheses();
  }

  private Optional<TemplateVersion> challenger(String... champion) {
    return Challengers.of(version(steps(champion)), past()).from(hypotheses().get(0));
  }

  private static TemplateVersion version(List<PlannedStep> steps) {
    return new TemplateVersion("full_review", steps, Scope.everything(), TemplateVersion.BASE);
  }

  private static List<PlannedStep> steps(String... names) {
    return Stream.of(names)
        .map(name -> new PlannedStep(name, Criticality.OPTIONAL, RetryPolicy.standard()))
        .toList();
  }

  private static List<PlannedStep> critical(String... names) {
    return steps(names).stream().map(s -> s.withCriticality(Criticality.CRITICAL)).toList();
  }
}
