package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.trend.Better;
import io.kirolinter.analytics.trend.Point;
import io.kirolinter.analytics.trend.Series;
import io.kirolinter.analytics.trend.Trend;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The metrics of runs whose trend is looked at. */
final class Trends {

  private Trends() {}

  static List<Trend> of(List<PeriodReport> periods) {
    return Trend.of(
        List.of(
            series(
                "success rate", "share of runs", Better.HIGHER, periods, p -> p.success().share()),
            series(
                "useful work",
                "findings removed a minute",
                Better.HIGHER,
                periods,
                PeriodReport::perMinute),
            series(
                "duration",
                "seconds, median",
                Better.LOWER,
                periods,
                p -> p.median().toNanos() / 1e9)));
  }

  private static Series series(
      String metric,
      String unit,
      Better better,
      List<PeriodReport> periods,
      ToDoubleFunction<PeriodReport> value) {
    return new Series(
        metric,
        unit,
        better,
        periods.stream().map(p -> new Point(p.from(), value.applyAsDouble(p))).toList());
  }
}
