package io.kirolinter.analytics.trend;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.Holm;
import io.kirolinter.analytics.statistics.Interval;
import io.kirolinter.analytics.statistics.MannKendall;
import io.kirolinter.analytics.statistics.TheilSen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a metric goes over time: the slope of Theil and Sen, and the test of Mann and Kendall.
 *
 * @param metric for people
 * @param unit of its values, for people
 * @param points how many values there are
 * @param needed how many values are needed to tell anything
 * @param direction whether it gets better or worse: only said where the adjusted p-value is at most
 *     5 %
 * @param perWeek by how much the value rises in a week; empty if there are too few values
 * @param interval of 95 % of that
 * @param pValue two-sided; 1 if there are too few values
 * @param adjusted the p-value with regard to how many metrics were looked at, after Holm
 */
public record Trend(
    String metric,
    String unit,
    int points,
    int needed,
    Direction direction,
    Optional<Double> perWeek,
    Optional<Interval> interval,
    double pValue,
    double adjusted) {

  /** Below, even a steady fall is within what chance does often. */
  public static final int FEWEST_POINTS = 8;

  private static final double ALPHA = 0.05;
  private static final double SECONDS_OF_A_WEEK = Duration.ofDays(7).toSeconds();

  public Trend {
    requireNonNull(metric, "metric");
    requireNonNull(unit, "unit");
    requireNonNull(direction, "direction");
    requireNonNull(perWeek, "perWeek");
    requireNonNull(interval, "interval");
  }

  /** {@return the trend of each, with all of them taken into account} */
  public static List<Trend> of(List<Series> metrics) {
    List<Series> enough = metrics.stream().filter(Trend::isLongEnough).toList();
    List<MannKendall> tests = enough.stream().map(Trend::test).toList();
    List<Double> adjusted = Holm.adjust(tests.stream().map(MannKendall::pValue).toList());
    List<Trend> trends = new ArrayList<>();
    for (Series series : metrics) {
      int place = enough.indexOf(series);
      trends.add(
          place < 0 ? unknown(series) : known(series, tests.get(place), adjusted.get(place)));
    }
    return trends;
  }

  private static boolean isLongEnough(Series series) {
    return series.points().stream().map(Point::at).distinct().count() >= FEWEST_POINTS;
  }

  private static MannKendall test(Series series) {
    return MannKendall.of(series.points().stream().map(Point::value).toList());
  }

  private static Trend unknown(Series series) {
    return new Trend(
        series.metric(),
        series.unit(),
        series.points().size(),
        FEWEST_POINTS,
        Direction.NOT_ENOUGH_DATA,
        Optional.empty(),
        Optional.empty(),
        1,
        1);
  }

  private static Trend known(Series series, MannKendall test, double adjusted) {
    TheilSen line =
        TheilSen.of(
            series.points().stream().map(Trend::weeks).toList(),
            series.points().stream().map(Point::value).toList());
    return new Trend(
        series.metric(),
        series.unit(),
        test.count(),
        FEWEST_POINTS,
        adjusted <= ALPHA ? direction(series, test) : Direction.NO_EVIDENCE,
        Optional.of(line.slope()),
        Optional.of(line.interval()),
        test.pValue(),
        adjusted);
  }

  private static Direction direction(Series series, MannKendall test) {
    boolean rises = test.s() > 0;
    return rises == (series.better() == Better.HIGHER) ? Direction.IMPROVING : Direction.DECLINING;
  }

  private static double weeks(Point point) {
    return point.at().getEpochSecond() / SECONDS_OF_A_WEEK;
  }
}
