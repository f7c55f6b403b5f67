package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Names a run. Sorted as text, runs are in the order of their start.
 *
 * @param value the UTC time of the start and six random digits: {@code 20261122-181530-4f2ac1}
 */
public record RunId(@JsonValue String value) implements Comparable<RunId> {

  private static final String FORM = "dddddddd-dddddd-hhhhhh";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunId {
    if (!isId(value)) {
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

  /** Without a regular expression, as a hundred thousand ids may be read at once. */
  private static boolean isId(String value) {
    if (value.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char found = value.charAt(i);
      boolean right =
          switch (FORM.charAt(i)) {
            case 'd' -> isDigit(found);
            case 'h' -> isDigit(found) || (found >= 'a' && found <= 'f');
            default -> found == '-';
          };
      if (!right) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char found) {
    return found >= '0' && found <= '9';
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
