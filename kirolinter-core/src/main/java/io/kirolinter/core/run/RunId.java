package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a run. Sorted as text, runs are in the order of their start.
 *
 * @param value the UTC time of the start and six random digits: {@code 20261122-181530-4f2ac1}
 */
public record RunId(@JsonValue String value) implements Comparable<RunId> {

  private static final Pattern FORM = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{6}");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "run id must look like 20261122-181530-4f2ac1, was '" + value + "'");
    }
  }

  public static RunId of(String value) {
    return new RunId(value);
  }

  /** {@return a new id; two of one second differ by chance, one in 16.7 million} */
  public static RunId next(Instant start, RandomGenerator random) {
    return new RunId("%s-%06x".formatted(TIME.format(start), random.nextInt(1 << 24)));
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
