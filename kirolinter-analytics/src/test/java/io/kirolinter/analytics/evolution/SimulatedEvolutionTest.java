package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.evolution.SimulatedEvolution.Life;
import io.kirolinter.analytics.evolution.SimulatedEvolution.World;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A small part of the simulation in the benchmarks, by fixed seeds. */
@DisplayName("Evolution, simulated")
class SimulatedEvolutionTest {

  private static final long SEED = 11;
  private static final World EQUAL = World.of(.75, .75, .75);

  @Test
  void seldomPromotesOneOfEquals() {
    List<Life> lives = SimulatedEvolution.of(EQUAL, 200).lives(100, SEED);
    assertThat(SimulatedEvolution.share(lives, Life::promotedWorse)).isLessThanOrEqualTo(0.05);
  }

  @Test
  void seldomDoesSoWhileTheCodeGetsHarder() {
    List<Life> lives = SimulatedEvolution.of(EQUAL.fadingBy(.6, 200), 200).lives(100, SEED);
    assertThat(SimulatedEvolution.share(lives, Life::promotedWorse)).isLessThanOrEqualTo(0.05);
  }

  @Test
  void wouldPromoteOneOfEqualsTooOftenIfTheGateWereWeaker() {
    // So that the two above can fail: here the gate asks for a twentieth of the evidence.
    Guarantee weak = new Guarantee(0.9999);
    List<Life> lives = SimulatedEvolution.of(EQUAL, 200).with(weak).lives(100, SEED);
    assertThat(SimulatedEvolution.share(lives, Life::promotedWorse)).isGreaterThan(0.2);
  }

  @Test
  void keepsAChampionThatIsBest() {
    List<Life> lives = SimulatedEvolution.of(World.of(.80, .75, .75), 200).lives(100, SEED);
    assertThat(SimulatedEvolution.share(lives, life -> !life.promoted()))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void findsTheBestAtLittleCost() {
    List<Life> lives =
        SimulatedEvolution.of(World.of(.70, .90, .65, .65, .65, .65), 600).lives(30, SEED);
    assertThat(SimulatedEvolution.share(lives, life -> life.champion() == 1))
        .isGreaterThanOrEqualTo(0.95);
    assertThat(SimulatedEvolution.regret(lives)).isLessThan(60);
  }

  @Test
  void takesBackAPromotionThatTheWorldHasOvertaken() {
    World turned = World.of(.50, .90).collapsing(1, 250, .05);
    List<Life> lives = SimulatedEvolution.of(turned, 700).lives(10, SEED);
    assertThat(lives).allSatisfy(life -> assertThat(life.promoted()).isTrue());
    assertThat(SimulatedEvolution.share(lives, life -> life.firstRevert() < 700))
        .isGreaterThan(0.9);
  }

  @Test
  void isTheSameForTheSameSeed() {
    SimulatedEvolution evolution = SimulatedEvolution.of(World.of(.5, .6), 100);
    assertThat(evolution.life(3)).isEqualTo(evolution.life(3));
    assertThat(evolution.life(3)).isNotEqualTo(evolution.life(4));
  }
}
