package io.kirolinter.workflow.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunIdsTest {

  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");

  @Test
  void runsOfOneSecondDifferAlsoWhenTheSameDigitsAreDrawn() {
    AtomicLong draws = new AtomicLong();
    RunIds ids = new RunIds(() -> (draws.getAndIncrement() / 2) << 40);

    Set<RunId> made = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(ids.next(AT));
    }

    assertThat(made).hasSize(1_000);
    assertThat(draws.get()).isGreaterThan(1_500);
  }

  @Test
  void theSameDigitsServeAgainInAnotherSecond() {
    RunIds ids = new RunIds(() -> 1L << 40);

    RunId first = ids.next(AT);

    assertThat(ids.next(AT.plusSeconds(1)).value())
        .isNotEqualTo(first.value())
        .endsWith(first.value().substring(15));
  }
}
