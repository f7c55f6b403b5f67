package io.kirolinter.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofMillis(200), Duration.ofSeconds(1));

  @ParameterizedTest
  @CsvSource({"1, 200", "2, 400", "3, 800", "4, 1000", "60, 1000", "2000000000, 1000"})
  void waitsBetweenHalfAndAllOfADoublingTime(int failed, long millis) {
    Random random = new Random(1);
    Set<Duration> delays =
        IntStream.range(0, 200)
            .mapToObj(i -> POLICY.delayAfter(failed, random))
            .collect(Collectors.toSet());

    assertThat(delays)
        .allSatisfy(
            delay ->
                assertThat(delay)
                    .isBetween(Duration.ofMillis(millis / 2), Duration.ofMillis(millis)))
        .hasSizeGreaterThan(50);
  }

  @Test
  void drawsTheSameFromTheSameSeed() {
    assertThat(POLICY.delayAfter(2, new Random(3))).isEqualTo(POLICY.delayAfter(2, new Random(3)));
  }

  @Test
  void aLongFirstDelayDoesNotOverflow() {
    RetryPolicy years = new RetryPolicy(9, Duration.ofDays(2000), Duration.ofDays(4000));

    assertThat(years.delayAfter(40, new Random(1)))
        .isBetween(Duration.ofDays(2000), Duration.ofDays(4000));
  }

  @Test
  void neverMeansOneAttemptAndNoWait() {
    assertThat(RetryPolicy.never().maxAttempts()).isEqualTo(1);
    assertThat(RetryPolicy.never().delayAfter(1, new Random(1))).isZero();
    assertThat(RetryPolicy.standard().maxAttempts()).isEqualTo(3);
  }

  @Test
  void refusesWhatMakesNoSense() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(0, Duration.ZERO, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, second.negated(), second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, second, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.delayAfter(0, new Random(1)));
  }
}
