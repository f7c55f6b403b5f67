package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A summary of durations")
class DurationSummaryTest {

  @Test
  void hasMedianAndNinetiethPercentile() {
    List<Duration> oneToTen = LongStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList();
    assertThat(DurationSummary.of(oneToTen))
        .isEqualTo(
            new DurationSummary(
                10, Duration.ofMillis(5_500), Duration.ofMillis(9_100), Duration.ofMillis(9_910)));
  }

  @Test
  void isZeroOfNothing() {
    assertThat(DurationSummary.of(List.of()))
        .isEqualTo(new DurationSummary(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
  }
}
