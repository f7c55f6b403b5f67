package io.kirolinter.core.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareIntervalTest {

  /** Worked by hand with z = 1.959964, and as in tables of Wilson's interval. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.0000, 0.2775",
    "1, 10, 0.0179, 0.4042",
    "3, 10, 0.1078, 0.6032",
    "5, 10, 0.2366, 0.7634",
    "10, 10, 0.7225, 1.0000",
    "1, 1, 0.2065, 1.0000",
    "2, 3, 0.2077, 0.9385",
    "15, 148, 0.0624, 0.1605"
  })
  void isThatOfWilson(double hits, double cases, double low, double high) {
    ShareInterval interval = ShareInterval.of(hits, cases);

    assertThat(interval.low()).isCloseTo(low, within(0.0001));
    assertThat(interval.high()).isCloseTo(high, within(0.0001));
  }

  @Test
  void knowsNothingWithoutCases() {
    assertThat(ShareInterval.of(0, 0)).isEqualTo(new ShareInterval(0, 1));
  }

  @Test
  void takesPartsOfCases() {
    ShareInterval half = ShareInterval.of(2.5, 10);

    assertThat(half.low()).isBetween(ShareInterval.of(2, 10).low(), ShareInterval.of(3, 10).low());
  }

  @Test
  void refusesMoreHitsThanCases() {
    assertThatIllegalArgumentException().isThrownBy(() -> ShareInterval.of(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> ShareInterval.of(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new ShareInterval(0.5, 0.4));
  }
}
