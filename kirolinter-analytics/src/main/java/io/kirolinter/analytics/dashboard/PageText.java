package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.experiment.Metric;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

/** How figures and times are written on a page. */
final class PageText {

  private static final DateTimeFormatter DAY = formatter("d MMM");
  private static final DateTimeFormatter HOUR = formatter("d MMM HH:mm");
  private static final DateTimeFormatter MINUTE = formatter("d MMM yyyy, HH:mm 'UTC'");

  private PageText() {}

  static String day(Instant at) {
    return DAY.format(at);
  }

  /** Days, or hours where these differ. */
  static String period(Instant at, Duration length) {
    return (length.compareTo(Duration.ofDays(1)) < 0 ? HOUR : DAY).format(at);
  }

  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  static String time(Duration duration) {
    double seconds = duration.toNanos() / 1e9;
    if (seconds < 1) {
      return of("%.0f ms", seconds * 1000);
    }
    return seconds < 120 ? of("%.1f s", seconds) : of("%.1f min", seconds / 60);
  }

  static String percent(double share) {
    return of("%.0f %%", 100 * share);
  }

  static String interval(Proportion share) {
    return of(
        "%d of %d, 95 %% interval %.0f to %.0f %%",
        share.successes(),
        share.trials(),
        100 * share.interval().low(),
        100 * share.interval().high());
  }

  static String label(Severity severity) {
    String name = severity.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  static String number(double value) {
    return Math.abs(value) >= 100 ? of("%,.0f", value) : of("%.2f", value);
  }

  static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "?";
  }

  /** {@return the interval of a metric, if it has one} */
  static String interval(Metric metric) {
    return metric.low().isPresent() && metric.high().isPresent()
        ? number(metric.low()) + " to " + number(metric.high())
        : "no interval";
  }

  /** A p-value, of which the small ones matter. */
  static String chance(double value) {
    return of("%.2g", value);
  }

  static String chance(OptionalDouble value) {
    return value.isPresent() ? chance(value.getAsDouble()) : "?";
  }

  static String of(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
