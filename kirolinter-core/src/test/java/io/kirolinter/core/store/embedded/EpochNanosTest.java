package io.kirolinter.core.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochNanosTest {

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, -1, 999_999_999, -1_000_000_001, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 60})
  void everyNumberIsAnInstantAndBack(long nanos) {
    assertThat(EpochNanos.of(EpochNanos.toInstant(nanos))).isEqualTo(nanos);
  }

  @Test
  void keepsNanoseconds() {
    Instant at = Instant.parse("2026-11-22T18:15:30.123456789Z");

    assertThat(EpochNanos.toInstant(EpochNanos.of(at))).isEqualTo(at);
  }

  @Test
  void takesTheNearestEndForWhatLiesOutside() {
    assertThat(EpochNanos.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(EpochNanos.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
  }
}
