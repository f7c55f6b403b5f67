package io.kirolinter.analytics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

  @Test
  void saysWhichWayAMetricGoesAndHowFast() {
    Trend rising = Trend.of(List.of(series(Better.HIGHER, 10, i -> i / 7.0))).get(0);

    assertThat(rising.direction()).isEqualTo(Direction.IMPROVING);
    assertThat(rising.perWeek().orElseThrow()).isCloseTo(1, within(1e-6));
    assertThat(rising.interval().orElseThrow().low()).isCloseTo(1, within(1e-6));
    assertThat(rising.points()).isEqualTo(10);
    assertThat(Trend.of(List.of(series(Better.LOWER, 10, i -> i))).get(0).direction())
        .isEqualTo(Direction.DECLINING);
    assertThat(Trend.of(List.of(series(Better.LOWER, 10, i -> -i))).get(0).direction())
        .isEqualTo(Direction.IMPROVING);
  }

  @Test
  void isSilentWhereChanceExplainsIt() {
    assertThat(Trend.of(List.of(series(Better.HIGHER, 10, i -> i % 2))).get(0).direction())
        .isEqualTo(Direction.NO_EVIDENCE);
  }

  @Test
  void saysHowManyPointsAreNeeded() {
    Trend few = Trend.of(List.of(series(Better.HIGHER, 7, i -> i))).get(0);

    assertThat(few.direction()).isEqualTo(Direction.NOT_ENOUGH_DATA);
    assertThat(few.needed()).isEqualTo(8);
    assertThat(few.perWeek()).isEmpty();
    assertThat(few.direction().label()).isEqualTo("not-enough-data");
  }

  @Test
  void holdsBackTheMoreTheMoreMetricsAreLookedAt() {
    Series weak = series(Better.HIGHER, 8, i -> i == 0 ? 4.5 : i == 7 ? 2.5 : i);
    Trend alone = Trend.of(List.of(weak)).get(0);
    List<Series> many =
        new ArrayList<>(Collections.nCopies(9, series(Better.HIGHER, 8, i -> i % 2)));
    many.add(weak);
    Trend among = Trend.of(many).get(9);

    assertThat(among.pValue()).isEqualTo(alone.pValue());
    assertThat(alone.adjusted()).isEqualTo(alone.pValue());
    assertThat(among.adjusted()).isGreaterThan(alone.adjusted());
  }

  @Test
  void takesPointsInTheOrderOfTheirTime() {
    List<Point> points = new ArrayList<>(series(Better.HIGHER, 9, i -> i).points());
    Collections.reverse(points);

    assertThat(Trend.of(List.of(new Series("m", "u", Better.HIGHER, points))).get(0).direction())
        .isEqualTo(Direction.IMPROVING);
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(START, Double.NaN));
  }

  private static Series series(Better better, int count, IntToDoubleFunction value) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(new Point(START.plus(Duration.ofDays(i)), value.applyAsDouble(i)));
    }
    return new Series("metric", "unit", better, points);
  }
}
