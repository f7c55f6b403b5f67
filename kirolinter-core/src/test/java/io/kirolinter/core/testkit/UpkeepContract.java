package io.kirolinter.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.store.Upkeep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Upkeep} promises. */
public abstract class UpkeepContract extends StoreContract {

  private static final Duration DAY = Duration.ofDays(1);

  private Upkeep upkeep;
  private Upkeep other;

  @BeforeEach
  final void openTwice() {
    upkeep = opening().upkeep();
    other = opening().upkeep();
  }

  @Test
  void aTurnIsTakenOnceInAnInterval() {
    assertThat(upkeep.takeTurn("retention", DAY)).isTrue();

    clock.advance(DAY.minusSeconds(1));
    assertThat(other.takeTurn("retention", DAY)).isFalse();
    assertThat(upkeep.takeTurn("retention", DAY)).isFalse();

    clock.advance(Duration.ofSeconds(1));
    assertThat(other.takeTurn("retention", DAY)).isTrue();
    assertThat(upkeep.takeTurn("retention", DAY)).isFalse();
  }

  @Test
  void eachChoreHasItsOwnTurn() {
    upkeep.takeTurn("retention", DAY);

    assertThat(other.takeTurn("another", DAY)).isTrue();
  }

  @Test
  void aTurnTakenInTheFutureKeepsNobodyAway() {
    clock.advance(Duration.ofDays(1_000));
    upkeep.takeTurn("retention", DAY);
    clock.advance(Duration.ofDays(-1_000));

    assertThat(other.takeTurn("retention", DAY)).isTrue();
    assertThat(upkeep.takeTurn("retention", DAY)).isFalse();
  }

  @Test
  void ofManyAtOnceOneTakesTheTurn() throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Upkeep asked = i % 2 == 0 ? upkeep : other;
      calls.add(() -> asked.takeTurn("retention", DAY));
    }

    assertThat(together(calls)).filteredOn(won -> won).hasSize(1);
  }

  @Test
  void reclaimingAnEmptyStoreGivesNothingBack() {
    assertThat(upkeep.reclaim(Duration.ofSeconds(1))).isZero();
  }
}
