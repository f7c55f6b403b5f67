package io.kirolinter.core.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: a number and a unit. */
final class TimeText {

  static final String FORM = "[1-9][0-9]{0,5}(ms|s|m|h|d)";

  private static final Pattern PATTERN = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m|h|d)");

  private TimeText() {}

  /** {@return the time, above zero; empty if the text is none} */
  static Optional<Duration> read(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(time(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** {@return a time of whole hours as people write it} */
  static String of(Duration time) {
    long hours = time.toHours();
    return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
  }

  private static Duration time(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
