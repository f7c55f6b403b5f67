package io.kirolinter.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T18:15:30.123456789Z",
        "2026-11-22T18:15:30.123456Z",
        "2026-11-22T18:15:30.123Z",
        "2026-11-22T18:15:30.100Z",
        "2026-11-22T18:15:30.000000001Z",
        "2026-11-22T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2024-02-29T12:00:00Z",
        "0000-01-01T00:00:00Z",
        "0987-06-05T04:03:02.001Z",
        "9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void an_instant_is_written_as_it_tells_itself(String text) {
    assertThat(Json.write(Instant.parse(text))).isEqualTo('"' + text + '"');
  }

  @Test
  void any_instant_of_four_digit_years_is_written_as_it_tells_itself() {
    SplittableRandom random = new SplittableRandom(7);
    long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    int[] units = {1, 1_000, 1_000_000, 1_000_000_000};

    for (int i = 0; i < 20_000; i++) {
      int unit = units[i % units.length];
      int nanos = random.nextInt(1_000_000_000) / unit * unit;
      Instant instant = Instant.ofEpochSecond(random.nextLong(first, last + 1), nanos);

      assertThat(Json.write(instant)).isEqualTo("\"" + instant + '"');
    }
  }
}
