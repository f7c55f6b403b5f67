package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AllocationTest {

  @Test
  void knowsTheChanceToBeBest() {
    // P(X > Y) for X of Beta(2, 1) and Y of Beta(1, 1) is 2/3.
    assertThat(ChanceOfBest.of(List.of(new Tally(1, 1), Tally.NONE))[0])
        .isEqualTo(2 / 3.0, within(1e-5));
    // For Beta(a+1, b+1) and Beta(1, 1) it is the mean, (a+1) / (a+b+2).
    assertThat(ChanceOfBest.of(List.of(new Tally(7, 10), Tally.NONE))[0])
        .isEqualTo(8 / 12.0, within(1e-5));
    assertThat(ChanceOfBest.of(List.of(Tally.NONE, Tally.NONE, Tally.NONE)))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
  }

  @Test
  void isSureOfTheBetterOneAfterManyRuns() {
    double[] chances =
        ChanceOfBest.of(List.of(new Tally(700_000, 1_000_000), new Tally(900_000, 1_000_000)));
    assertThat(chances[1]).isEqualTo(1, within(1e-12));
  }

  @Test
  void givesALeaderSevenOfTenRunsAndTheChampionTheRest() {
    Allocation allocation =
        Allocation.topTwo(tallies(new Tally(10, 100), new Tally(90, 100)), "a", Optional.empty());
    assertThat(allocation.chances().get("b")).isEqualTo(0.7, within(1e-9));
    assertThat(allocation.chances().get("a")).isEqualTo(0.3, within(1e-9));
  }

  @Test
  void givesALeadingChampionNearlyAllRuns() {
    Allocation allocation =
        Allocation.topTwo(tallies(new Tally(90, 100), new Tally(10, 100)), "a", Optional.empty());
    assertThat(allocation.chances().get("a")).isEqualTo(1, within(1e-9));
    assertThat(allocation.between("b", "a"))
        .hasValueSatisfying(q -> assertThat(q).isLessThan(1e-9));
  }

  @Test
  void keepsAnEyeOnTheFormerChampion() {
    Allocation allocation =
        Allocation.topTwo(tallies(new Tally(90, 100), new Tally(10, 100)), "a", Optional.of("b"));
    assertThat(allocation.chances().get("b")).isEqualTo(0.025, within(1e-9));
  }

  @Test
  void drawsByItsChances() {
    Map<String, Double> chances = new LinkedHashMap<>();
    chances.put("never", 0.0);
    chances.put("a", 0.25);
    chances.put("b", 0.75);
    Allocation allocation = new Allocation(chances);
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      drawn.merge(allocation.draw(random), 1, Integer::sum);
    }
    assertThat(drawn).containsOnlyKeys("a", "b");
    assertThat(drawn.get("a")).isBetween(2_300, 2_700);
  }

  @Test
  void tellsTheChanceBetweenTwo() {
    Allocation allocation = new Allocation(Map.of("a", 0.2, "b", 0.6, "c", 0.2, "d", 0.0));
    assertThat(allocation.between("b", "a").orElseThrow()).isEqualTo(0.75, within(1e-12));
    assertThat(allocation.between("d", "a")).isEmpty();
    assertThat(allocation.between("a", "d")).isEmpty();
    assertThat(allocation.between("d", "unknown")).isEmpty();
  }

  @Test
  void refusesChancesThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(Map.of("a", 0.5)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Allocation(Map.of("a", 1.5, "b", -0.5)));
  }

  private static Map<String, Tally> tallies(Tally a, Tally b) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    tallies.put("a", a);
    tallies.put("b", b);
    return tallies;
  }
}
