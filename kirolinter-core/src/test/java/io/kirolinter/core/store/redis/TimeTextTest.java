package io.kirolinter.core.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTextTest {

  private static final List<Instant> RISING =
      List.of(
          Instant.MIN,
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.EPOCH,
          Instant.parse("2026-11-22T18:15:30.000001Z"),
          Instant.parse("2026-11-22T18:15:30.000002Z"),
          Instant.parse("2026-11-22T18:15:31Z"),
          Instant.parse("9999-01-01T00:00:00Z"),
          Instant.MAX);

  @Test
  void sortsAsTime() {
    List<String> texts = RISING.stream().map(TimeText::of).toList();

    assertThat(texts).isSorted().doesNotHaveDuplicates();
    assertThat(texts).allMatch(text -> text.length() == TimeText.LENGTH);
    assertThat(TimeText.of(Instant.EPOCH)).isLessThan(TimeText.of(Instant.EPOCH.plusNanos(1)));
  }

  @Test
  void scoresRiseAndAreNotRounded() {
    List<Long> scores = RISING.stream().map(TimeText::score).toList();

    assertThat(scores).isSorted();
    assertThat(scores).allMatch(score -> (long) (double) score == score);
    assertThat(TimeText.score(Instant.EPOCH.plusNanos(1_999))).isEqualTo(1);
    assertThat(TimeText.score(Instant.EPOCH.minusNanos(1))).isEqualTo(-1);
  }
}
