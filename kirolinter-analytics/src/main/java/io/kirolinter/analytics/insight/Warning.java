package io.kirolinter.analytics.insight;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.trend.Direction;
import io.kirolinter.analytics.trend.Trend;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A metric that gets worse, beyond what chance explains.
 *
 * @param metric which
 * @param text for people
 * @param evidence the slope with its interval, and the test
 * @param command what shows more
 */
public record Warning(String metric, String text, String evidence, String command) {

  public Warning {
    requireNonNull(metric, "metric");
    requireNonNull(text, "text");
    requireNonNull(evidence, "evidence");
    requireNonNull(command, "command");
  }

  /**
   * {@return one for each trend that declines}
   *
   * @param location where the repository is, as on a command line
   */
  static List<Warning> of(Stream<Trend> trends, String location) {
    return trends
        .filter(trend -> trend.direction() == Direction.DECLINING)
        .map(trend -> of(trend, location))
        .toList();
  }

  private static Warning of(Trend trend, String location) {
    return new Warning(
        trend.metric(),
        "%s is getting worse".formatted(trend.metric()),
        String.format(
            Locale.ROOT,
            "%+.3g a week (95 %% interval %+.3g to %+.3g; %s) over %d points, p = %.2g after Holm",
            trend.perWeek().orElseThrow(),
            trend.interval().orElseThrow().low(),
            trend.interval().orElseThrow().high(),
            trend.unit(),
            trend.points(),
            trend.adjusted()),
        "kirolinter dashboard --repo " + location);
  }
}
