package io.kirolinter.analytics.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.core.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plan of an experiment")
class ExperimentPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:15:30Z");

  @Test
  void drawsTheOrderOfEachPairFromTheSeed() {
    ExperimentPlan plan = plan(200, 42);
    assertThat(plan).isEqualTo(plan(200, 42));
    assertThat(plan.order()).isNotEqualTo(plan(200, 43).order());
    assertThat(plan.order()).extracting(PlannedPair::number).startsWith(1, 2, 3).hasSize(200);
    long aFirst = plan.order().stream().filter(pair -> pair.first() == Arm.A).count();
    // Four standard errors of a fair coin.
    assertThat(aFirst).isBetween(72L, 128L);
  }

  @Test
  void isNamedByItsTimeAndSeed() {
    assertThat(plan(10, 1).experimentId()).matches("ab-20261122-181530-[0-9a-f]{6}");
    assertThat(plan(10, 1).experimentId()).isNotEqualTo(plan(10, 2).experimentId());
  }

  @Test
  void saysBeforeTheStartThatFivePairsCannotWinAndOffersSix() {
    ExperimentPlan five = plan(5, 1);
    assertThat(five.canNameAWinner()).isFalse();
    assertThat(five.warnings())
        .singleElement()
        .asString()
        .startsWith("5 pairs cannot name a winner: their smallest p-value is 0.0625, over alpha")
        .contains("plan at least 6, or ")
        .endsWith("to find with a chance of 80 % a template that wins 4 of 5 decided pairs");
    assertThat(five.power().minimumDetectableShare()).isEmpty();
    assertThat(plan(6, 1).canNameAWinner()).isTrue();
  }

  @Test
  void saysBeforeTheStartThatSoFewPairsWillHardlyFindAnything() {
    assertThat(plan(6, 1).warnings())
        .singleElement()
        .asString()
        .startsWith("6 pairs find a template that wins 4 of 5 decided pairs with a chance of 26 %")
        .contains("plan at least 6, or ");
    assertThat(plan(30, 1).warnings()).isEmpty();
  }

  @Test
  void offersANumberOfPairsThatIsEnoughAndNoneFewer() {
    String offer = plan(5, 1).warnings().get(0);
    int offered = Integer.parseInt(offer.replaceAll(".*, or (\\d+) to find.*", "$1"));
    assertThat(plan(offered, 1).power().clearWin()).isGreaterThanOrEqualTo(0.8);
    assertThat(plan(offered - 1, 1).power().clearWin()).isLessThan(0.8);
  }

  @Test
  void givesEachBlockItsTurnInARandomOrder() {
    ExperimentDesign design = design(10, 5).withBlocks(Blocks.drawn(5));
    List<Integer> blocks =
        ExperimentPlan.draw(design, NOW).order().stream().map(PlannedPair::block).toList();
    assertThat(blocks.subList(0, 5)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(blocks.subList(5, 10)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(blocks).isNotEqualTo(List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5));
  }

  @Test
  void offersOnlyTheLeastWhereNoNumberInReachIsGood() {
    ExperimentDesign strict = design(5, 1).withAlpha(1e-300);
    assertThat(ExperimentPlan.draw(strict, NOW).warnings())
        .singleElement()
        .asString()
        .endsWith("plan at least 998");
  }

  @Test
  void tellsTheSmallestShareItCanDetect() {
    for (Stopping stopping : Stopping.values()) {
      ExperimentDesign design = design(30, 1).withStopping(stopping);
      Power power = ExperimentPlan.draw(design, NOW).power();
      double share = power.minimumDetectableShare().orElseThrow();
      assertThat(design.test().power(1, share)).isCloseTo(0.8, within(1e-4));
      assertThat(power.clearWin()).isEqualTo(design.test().power(1, 0.8));
    }
  }

  @Test
  void canBeWrittenDownAndReadBack() {
    ExperimentPlan plan = plan(7, 3);
    assertThat(Json.write(plan)).contains("\"first\":\"a\"", "\"stopping\":\"when-decided\"");
    assertThat(Json.read(Json.write(plan), ExperimentPlan.class)).isEqualTo(plan);
  }

  @Test
  void refusesAnOrderThatIsNotOfItsDesign() {
    ExperimentPlan plan = plan(2, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ExperimentPlan("ab", plan.design(), NOW, List.of(), plan.power(), List.of()));
  }

  private static ExperimentPlan plan(int pairs, long seed) {
    return ExperimentPlan.draw(design(pairs, seed), NOW);
  }

  private static ExperimentDesign design(int pairs, long seed) {
    return ExperimentDesign.comparing("a", "b", Set.of("a", "b")).withPairs(pairs).withSeed(seed);
  }
}
